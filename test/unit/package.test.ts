import { packageJson, requiredByPackage } from '../support/packageImports';

describe('the package', () => {
	it('requires only what n8n brings, node:crypto and its own files', () => {
		const allowed = /^(n8n-workflow|zod\/v4|node:crypto|\.{1,2}\/.*)$/;

		const required = requiredByPackage();
		const foreign = [...required].flatMap(([file, names]) =>
			names.filter((name) => !allowed.test(name)).map((name) => `${file}: ${name}`),
		);

		expect(required.size).toBeGreaterThan(40);
		expect(foreign).toEqual([]);
	});

	it('ships without dependencies, and with n8n-workflow as its only peer', () => {
		const { dependencies, peerDependencies, optionalDependencies } = packageJson();

		expect(dependencies).toBeUndefined();
		expect(optionalDependencies).toBeUndefined();
		expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});
});
