const { createRequire } = require('node:module');
const { join } = require('node:path');

/** ZOD_FOLDER holds another zod than ours; what n8n's libraries import stays as it is. */
function zodMapping() {
	const { ZOD_FOLDER: folder } = process.env;
	if (!folder) return {};
	// Versions of zod keep this in different places; their package.json says where.
	const { resolve } = createRequire(join(folder, 'package.json'));
	return {
		moduleNameMapper: { '^zod/v4$': resolve('zod/v4') },
		// Previews are written with our own zod, whose JSON Schema they are compared with.
		testPathIgnorePatterns: ['/node_modules/', 'test/unit/generated.test.ts'],
	};
}

/** One jest project per folder of tests; they differ in nothing but the folder. */
exports.createJestProject = (name) => ({
	displayName: name,
	rootDir: '..',
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	...zodMapping(),
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
	},
});
