const { createJestProject } = require('../../jest.project');

/**
 * Tests that cannot notice a change of the code: they read files, count lines, measure the machine, compare generated
 * files, or try the simulated Smile alone, or the probe. Two are left out for the time they take: the attack and the many pages.
 */
const LEFT_OUT = [
	'unit/(architecture|generated|githubWorkflows|package|pages|readme|workflowFiles)\\.test',
	'unit/(release|mutate|probe)/',
	'integration/(attack|manyPages|openapi|probe\\w*|simulatedSmile[.\\w]*)\\.test',
];

/** The unit and integration tests as one project, made for being run over and over in one process. */
module.exports = {
	...createJestProject('unit'),
	displayName: 'mutate',
	rootDir: '../../..',
	testMatch: ['<rootDir>/test/{unit,integration}/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', ...LEFT_OUT.map((path) => `<rootDir>/test/${path}`)],
	testEnvironment: require.resolve('./environment'),
};
