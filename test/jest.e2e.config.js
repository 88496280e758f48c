const { createJestProject } = require('./jest.project');

module.exports = createJestProject('e2e');
