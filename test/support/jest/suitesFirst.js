const { readFileSync } = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Where nobody knows yet how long a test file takes, jest begins with the largest. One that calls a suite is a few
 * lines and takes minutes, so it comes first: at the end the other processes would wait for it.
 */
module.exports = class SuitesFirst extends Sequencer {
	sort(tests) {
		const callsSuite = ({ path }) => readFileSync(path, 'utf8').includes('/suites/');
		const sorted = super.sort(tests);
		return [...sorted.filter(callsSuite), ...sorted.filter((test) => !callsSuite(test))];
	}
};
