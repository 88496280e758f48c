const { createJestProject } = require('./jest.project');

module.exports = {
	...createJestProject('e2e'),
	globalSetup: '<rootDir>/test/support/n8n/shared/setup.ts',
	globalTeardown: '<rootDir>/test/support/n8n/shared/tearDown.ts',
};
