/** One jest project per folder of tests; they differ in nothing but the folder and the patience. */
const timeouts = { unit: 15_000, integration: 30_000, e2e: 300_000 };

exports.createJestProject = (name) => ({
	displayName: name,
	rootDir: '..',
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testTimeout: timeouts[name],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
	},
});
