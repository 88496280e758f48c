const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** What jest keeps in the realm of a test file, by names of symbols: the next file must not find it. */
const LEFT_BEHIND = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

/**
 * Runs a test file in the realm of the process instead of one of its own. Libraries that `runtime.js` shares
 * between the files belong to that realm, and `instanceof Error` holds in one realm only.
 */
module.exports = class SharedEnvironment {
	global = globalThis;
	moduleMocker = new ModuleMocker(globalThis);
	fakeTimers = null;
	#console = globalThis.console;
	#exit = process.exit;
	#hasFailed = false;

	constructor({ projectConfig }) {
		Object.assign(globalThis, projectConfig.globals);
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
	}

	async setup() {}

	/** Skips the tests that come after a failed one: one failure is enough to notice a change. */
	handleTestEvent(event) {
		if (event.name === 'hook_failure' || event.name === 'test_fn_failure') this.#hasFailed = true;
		else if (event.name === 'test_start' && this.#hasFailed) event.test.mode = 'skip';
	}

	async teardown() {
		this.fakeTimersModern.dispose();
		globalThis.console = this.#console;
		process.exit = this.#exit;
		for (const key of Object.getOwnPropertySymbols(globalThis)) {
			if (LEFT_BEHIND.includes(key.description)) delete globalThis[key];
		}
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	getVmContext() {
		return null;
	}
};
