import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	problemWithSecret,
	problemWithSecrets,
	webhookSecretOf,
} from '../../../nodes/Smile/api/webhookSecret';
import { secretsOf } from '../../../nodes/Smile/delivery/readSecrets';

const given = (credential: unknown) => credential as ICredentialDataDecryptedObject;

describe('the secret of a credential', () => {
	it.each([
		[{ webhookSecret: 'dummy-secret' }, 'dummy-secret'],
		[{ webhookSecret: 12 }, '12'],
		[{ webhookSecret: 0 }, '0'],
		[{ webhookSecret: false }, ''],
		[{ webhookSecret: true }, ''],
		[{ webhookSecret: null }, ''],
		[{ webhookSecret: {} }, ''],
		[{ webhookSecret: ['dummy'] }, ''],
		[{ webhookSecret: Number.NaN }, ''],
		[{}, ''],
	])('in %j is %j, and a delivery is checked with the same', (credential, secret) => {
		expect(webhookSecretOf(given(credential))).toBe(secret);
		expect(secretsOf(given(credential))).toEqual(secret === '' ? [] : [secret]);
	});
});

describe('a secret that signs webhooks', () => {
	it.each(['x', 'x'.repeat(64), 7])('may be %j', (webhookSecret) => {
		expect(problemWithSecret({ webhookSecret })).toBeUndefined();
	});

	it.each([{ webhookSecret: '' }, { webhookSecret: null }, {}])(
		'is none where it is empty: %j',
		(credential) => {
			expect(problemWithSecret(given(credential))).toBe(
				'The Webhook Secret of the Smile API credential is empty, so deliveries could not be verified. Enter 1 to 64 random characters there, then try again',
			);
		},
	);

	it('is none that Smile takes with 65 characters', () => {
		expect(problemWithSecret({ webhookSecret: 'x'.repeat(65) })).toBe(
			'Smile accepts webhook secrets of at most 64 characters, but the one in the Smile API credential has 65. Shorten it there, then try again',
		);
	});

	it.each([
		[{ dummy: 1 }, 'holds an object, not text'],
		[['dummy'], 'holds a list, not text'],
		[Number.NaN, 'holds a number that is none'],
		[true, 'holds true, not text'],
		[false, 'holds false, not text'],
	])('is none where its expression gives %j', (webhookSecret, said) => {
		expect(problemWithSecret(given({ webhookSecret }))).toBe(
			`The Webhook Secret of the Smile API credential ${said}. Enter 1 to 64 random characters there, then try again`,
		);
	});
});

describe('the secrets of a credential', () => {
	const webhookSecret = 'dummy-secret';

	it.each([undefined, '', null, false, 0, 'dummy-old', 'x'.repeat(65), 5])(
		'are right with a previous one that is %j',
		(previousWebhookSecret) => {
			expect(problemWithSecrets(given({ webhookSecret, previousWebhookSecret }))).toBeUndefined();
		},
	);

	it.each([
		[{ dummy: 1 }, 'holds an object, not text'],
		[['dummy'], 'holds a list, not text'],
		[true, 'holds true, not text'],
	])('are not with a previous one that is %j', (previousWebhookSecret, said) => {
		expect(problemWithSecrets(given({ webhookSecret, previousWebhookSecret }))).toBe(
			`The Previous Webhook Secret of the Smile API credential ${said}. Correct it there or empty it, then try again`,
		);
	});

	it('are not where the present one is none', () => {
		expect(problemWithSecrets({ webhookSecret: '' })).toContain('is empty');
	});
});
