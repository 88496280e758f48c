import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { problemWithSecret, webhookSecretOf } from '../../../nodes/Smile/api/webhookSecret';

describe('the secret of a credential', () => {
	it.each([
		[{ webhookSecret: 'dummy-secret' }, 'dummy-secret'],
		[{ webhookSecret: 12 }, '12'],
		[{ webhookSecret: null }, ''],
		[{}, ''],
	])('in %j is %j', (credential, secret) => {
		expect(webhookSecretOf(credential as ICredentialDataDecryptedObject)).toBe(secret);
	});
});

describe('a secret that signs webhooks', () => {
	it.each([1, 64])('may have %d characters', (length) => {
		expect(problemWithSecret('x'.repeat(length))).toBeUndefined();
	});

	it('is none where it is empty', () => {
		expect(problemWithSecret('')).toBe(
			'The Webhook Secret of the Smile API credential is empty, so deliveries could not be verified. Enter 1 to 64 random characters there, then try again',
		);
	});

	it('is none that Smile takes with 65 characters', () => {
		expect(problemWithSecret('x'.repeat(65))).toBe(
			'Smile accepts webhook secrets of at most 64 characters, but the one in the Smile API credential has 65. Shorten it there, then try again',
		);
	});
});
