import { secretsOf } from '../../../nodes/Smile/delivery/readSecrets';

describe('the secrets in a credential', () => {
	it.each([
		[{ webhookSecret: 'a', previousWebhookSecret: 'b' }, ['a', 'b']],
		[{ webhookSecret: 'a', previousWebhookSecret: '' }, ['a']],
		[{ webhookSecret: 'a' }, ['a']],
		[{ webhookSecret: '', previousWebhookSecret: 'b' }, ['b']],
		[{ webhookSecret: '', previousWebhookSecret: '' }, []],
		[{ webhookSecret: 5, previousWebhookSecret: 6 }, ['5', '6']],
		[{ webhookSecret: true, previousWebhookSecret: true }, []],
		[{ webhookSecret: 0, previousWebhookSecret: 0 }, ['0']],
		[{ webhookSecret: 'a', previousWebhookSecret: false }, ['a']],
		[{ webhookSecret: 5, previousWebhookSecret: {} }, ['5']],
		[{ webhookSecret: ['a'], previousWebhookSecret: 'b' }, ['b']],
		[{ webhookSecret: {}, previousWebhookSecret: [] }, []],
		[{ webhookSecret: null, previousWebhookSecret: null }, []],
		[{}, []],
	])('of %j are %j', (credential, secrets) => {
		expect(secretsOf(credential as Parameters<typeof secretsOf>[0])).toEqual(secrets);
	});
});
