const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/**
 * Gives each test file its own copy of the project's modules, as jest does, but one copy of the libraries to
 * all of them: loading n8n's takes seconds for each test file.
 */
module.exports = class SharedLibrariesRuntime extends Runtime {
	constructor(...options) {
		super(...options);
		const { executor } = this;
		// Without a context of its own the code runs in the realm of the process (see sharedRealm.js).
		executor.compile = (source, filename) =>
			compileFunction(source, executor.injectedModuleParameters, { filename });
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
