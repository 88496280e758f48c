const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** What jest keeps in the realm of a test file, by names of symbols: the next file must not find it. */
const LEFT_BEHIND = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];

/**
 * Runs a test file in the realm of the process instead of one of its own. Libraries that `sharedLibraries.js` shares
 * between the files belong to that realm, and `instanceof Error` holds in one realm only.
 */
module.exports = class SharedRealm {
	global = globalThis;
	moduleMocker = new ModuleMocker(globalThis);
	fakeTimers = null;
	#console = globalThis.console;
	#exit = process.exit;

	constructor({ projectConfig }) {
		Object.assign(globalThis, projectConfig.globals);
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
	}

	async setup() {}

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
