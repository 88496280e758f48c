const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** What was compiled in this process, by the name of its file. */
const compiled = new Map();

/**
 * Gives each test file its own copy of the project's modules, as jest does, but one copy of the libraries to
 * all of them: loading n8n's takes seconds for each test file. The project's modules are compiled once, too: each test
 * file runs the same code anew.
 */
module.exports = class SharedLibrariesRuntime extends Runtime {
	constructor(...options) {
		super(...options);
		const { executor } = this;
		// Without a context of its own the code runs in the realm of the process (see sharedRealm.js).
		executor.compile = (source, filename) => {
			const known = compiled.get(filename);
			if (known?.source === source) return known.run;
			const run = compileFunction(source, executor.injectedModuleParameters, { filename });
			compiled.set(filename, { source, run });
			return run;
		};
	}

	requireModule(from, name, options, isActual) {
		const isOwn = !name || options?.isInternalModule || this._resolution.isCoreModule(name);
		if (isOwn) return super.requireModule(from, name, options, isActual);

		const path = this._resolution.resolveCjs(from, name);
		return path.includes('/node_modules/')
			? require(path)
			: super.requireModule(from, name, options, isActual);
	}
};
