const { createRequire } = require('node:module');
const { join } = require('node:path');

/** ZOD_FOLDER holds another zod than ours; what n8n's libraries import stays as it is. */
function zodMapping() {
	const { ZOD_FOLDER: folder } = process.env;
	if (!folder) return {};
	// Versions of zod keep these in different places; their package.json says where. 3.25.67 asks itself for the last two.
	const { resolve } = createRequire(join(folder, 'package.json'));
	const names = ['zod/v4', 'zod/v4/core', 'zod/v4/locales/en.js'];
	return {
		moduleNameMapper: Object.fromEntries(names.map((name) => [`^${name}$`, resolve(name)])),
		// Previews are written with our own zod, whose JSON Schema they are compared with.
		testPathIgnorePatterns: ['/node_modules/', 'test/unit/generated.test.ts'],
	};
}

/** One jest project per folder of tests; they differ in nothing but the folder. */
exports.createJestProject = (name) => ({
	displayName: name,
	rootDir: '..',
	testEnvironment: require.resolve('./support/jest/sharedRealm'),
	runtime: require.resolve('./support/jest/sharedLibraries'),
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	...zodMapping(),
	transform: { '^.+\\.ts$': require.resolve('./support/jest/typescript') },
});
