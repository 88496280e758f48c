const { createJestProject } = require('./jest.project');

module.exports = createJestProject('queue');
