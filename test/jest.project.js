/** One jest project per folder of tests; they differ in nothing but the folder. */
exports.createJestProject = (name) => ({
	displayName: name,
	rootDir: '..',
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
	},
});
