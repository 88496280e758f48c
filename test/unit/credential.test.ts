import {
	DOMAIN_RESTRICTION_FIELDS,
	getCredentialAllowedDomains,
	injectDomainRestrictionFields,
	isDomainAllowed,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeParameters,
} from 'n8n-workflow';

import { GetSmileApi } from '../../credentials/GetSmileApi.credentials';

const credential = new GetSmileApi();
const fieldOf = (name: string) => credential.properties.find((field) => field.name === name);
const node = { name: 'HTTP Request', type: 'n8n-nodes-base.httpRequest' } as INode;

/** Whether the node HTTP Request may send the key to this address (n8n 2.41, HttpRequestV3). */
function isAllowed(url: string, stored: INodeParameters = {}): boolean {
	const fields = injectDomainRestrictionFields(credential);
	const credentialData = NodeHelpers.getNodeParameters(fields, stored, true, false, null, null);
	const allowedDomains = getCredentialAllowedDomains({
		node,
		credentialData: credentialData as ICredentialDataDecryptedObject,
	});
	return isDomainAllowed({ url, allowedDomains: allowedDomains ?? '' });
}

describe('the key outside the Smile nodes', () => {
	it.each([
		['https://sandbox.smileapi.io/v1/users', true],
		['https://open.smileapi.io/v1/users', true],
		['https://smileapi.io/v1/users', false],
		['https://files.smileapi.io/v1/users', false],
		['https://open.smileapi.io.example.test/v1/users', false],
		['https://open.smileapi.io@example.test/v1/users', false],
		['https://example.test/?open.smileapi.io', false],
	])('to %s is allowed: %s', (url, allowed) => {
		expect(isAllowed(url)).toBe(allowed);
		// As stored before the credential had these fields.
		expect(isAllowed(url, { environment: 'production', apiKey: 'dummy-key' })).toBe(allowed);
	});

	it('goes to a host of the environment Custom once that is entered', () => {
		const custom = { environment: 'custom', baseUrl: 'https://smile.example.com/v1' };
		const allowedDomains = 'smile.example.com';

		expect(isAllowed('https://smile.example.com/v1/users', custom)).toBe(false);
		expect(isAllowed('https://smile.example.com/v1/users', { ...custom, allowedDomains })).toBe(
			true,
		);
	});

	it('goes everywhere for who says so', () => {
		expect(isAllowed('https://example.test/', { allowedHttpRequestDomains: 'all' })).toBe(true);
	});
});

describe('the two fields about hosts', () => {
	it('are those that n8n would add, with the same values', () => {
		const valuesOf = (fields: typeof DOMAIN_RESTRICTION_FIELDS) =>
			fields.map(({ name, displayName, type, options = [] }) => ({
				name,
				displayName,
				type,
				values: options.map((option) => ('value' in option ? option.value : undefined)),
			}));

		const own = DOMAIN_RESTRICTION_FIELDS.flatMap(({ name }) => fieldOf(name) ?? []);
		expect(valuesOf(own)).toEqual(valuesOf(DOMAIN_RESTRICTION_FIELDS));
		expect(injectDomainRestrictionFields(credential)).toEqual(credential.properties);
	});

	it('cost no expression at each read of the credential', () => {
		expect(credential.properties.filter((field) => String(field.default).startsWith('='))).toEqual(
			[],
		);
	});

	it('say what to do with an address of one’s own', () => {
		expect(fieldOf('allowedDomains')?.description).toContain('With the Environment Custom add');
	});
});

it('the nodes panel shows no second node for Smile', () => {
	expect(credential.httpRequestNode).toMatchObject({ hidden: true, name: 'Smile' });
});

describe('the form of the credential', () => {
	it('describes each environment', () => {
		expect(fieldOf('environment')?.options).toEqual([
			expect.objectContaining({ value: 'sandbox', description: expect.any(String) }),
			expect.objectContaining({ value: 'production', description: expect.any(String) }),
			expect.objectContaining({ value: 'custom', description: expect.any(String) }),
		]);
	});

	it('says that the webhook secret is to be made up', () => {
		expect(fieldOf('webhookSecret')?.placeholder).toMatch(/^Make one up/);
	});
});
