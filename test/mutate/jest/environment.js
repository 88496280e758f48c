const SharedRealm = require('../../support/jest/sharedRealm');

/** Skips the tests that come after a failed one: one failure is enough to notice a change. */
module.exports = class UntilFailure extends SharedRealm {
	#hasFailed = false;

	handleTestEvent(event) {
		if (event.name === 'hook_failure' || event.name === 'test_fn_failure') this.#hasFailed = true;
		else if (event.name === 'test_start' && this.#hasFailed) event.test.mode = 'skip';
	}
};
