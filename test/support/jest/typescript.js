const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');

const own = readFileSync(__filename);

/**
 * Takes the types away from one file, as `tsc` checks them anyway. esbuild does it faster than TypeScript's
 * own compiler, and is loaded for files alone that jest does not have in its cache.
 */
module.exports = {
	canInstrument: false,

	getCacheKey(source, path, { instrument }) {
		const parts = [own, process.version, String(instrument), path, '\0', source];
		return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
	},

	process(source, path) {
		const { transformSync } = require('esbuild');
		return transformSync(source, {
			sourcefile: path,
			loader: 'ts',
			format: 'cjs',
			target: `node${process.versions.node}`,
			// A library that is loaded in time is loaded as jest loads all of them.
			supported: { 'dynamic-import': false },
			sourcemap: 'external',
			sourcesContent: false,
		});
	},
};
