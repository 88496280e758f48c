import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { update, writesAt, unlike } from '../support/webhookUpdateRuns';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('updating a webhook', () => {
	it('makes a new one of the merged fields, then deletes the old one', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);

		const [item] = await update(smile, old.id, { active: true, events: ['DOCUMENTS_ADDED'] });

		const [renewed] = smile.webhooks.all;
		expect(smile.webhooks.all).toHaveLength(1);
		expect(renewed).toMatchObject({ ...unlike, active: true, eventTypes: ['DOCUMENTS_ADDED'] });
		expect(item.json).toMatchObject({ id: renewed.id, replacedWebhookId: old.id });
		expect(item.json).not.toHaveProperty('hint');
		expect(JSON.stringify(item)).not.toContain('dummy');
		expect(writesAt(smile)).toEqual(['POST', 'DELETE']);
	});

	it.each([
		['active', { active: true }, { active: true }],
		['events', { events: ['ALL_EVENTS', 'USER_CREATED'] }, { eventTypes: ['ALL_EVENTS'] }],
		['includePayload', { includePayload: false }, { includePayload: false }],
		['name', { name: '={{ 7 }}' }, { name: '7' }],
		['secret', { secret: 'dummy-typed' }, { secret: 'dummy-typed' }],
		['url', { url: 'https://other.example.test/' }, { url: 'https://other.example.test/' }],
		['url', { url: 'HTTPS://other.example.test/A' }, { url: 'https://other.example.test/A' }],
		['active', { active: '={{ "true" }}' }, { active: true }],
		['includePayload', { includePayload: '={{ "False" }}' }, { includePayload: false }],
		['secret', { secret: '' }, { secret: sampleWebhookSecret }],
	])('changes %s alone for %j', async (_field, change, changed) => {
		const smile = await worlds.startSmile();
		const { id } = smile.webhooks.add(unlike);

		await update(smile, id, change);

		expect(smile.webhooks.all).toEqual([expect.objectContaining({ ...unlike, ...changed })]);
	});

	it.each([
		[{ active: '={{ "yes" }}' }, 'Active holds neither true nor false'],
		[{ active: '={{ undefined }}' }, 'Active holds nothing'],
		[{ includePayload: '={{ null }}' }, 'Include Payload holds nothing'],
		[{ name: '' }, 'Name holds nothing'],
		[{ name: '={{ ({}) }}' }, 'Name holds an object, not text'],
		[{ url: '={{ undefined }}' }, 'URL holds nothing'],
		[{ url: 'http://a.example.test' }, 'URL holds no address that begins with https://'],
		[{ events: [] }, 'Events holds nothing'],
		[{ secret: '={{ undefined }}' }, 'Secret holds nothing'],
		[{ secret: ' ' }, 'Secret holds nothing'],
		[{ secret: 'z'.repeat(65) }, 'Secret holds 65 characters'],
	])('refuses %j before Smile is asked', async (change, said) => {
		const smile = await worlds.startSmile();
		const { id } = smile.webhooks.add(unlike);

		const error = await thrownBy(update(smile, id, change));

		expect(error.message).toBe(`The field ${said}`);
		expect(error.description).toContain('or remove it');
		expect(smile.journal.entries).toEqual([]);
	});

	it('asks for at least one field', async () => {
		const smile = await worlds.startSmile();
		const { id } = smile.webhooks.add(unlike);

		const error = await thrownBy(update(smile, id, {}));

		expect(error.message).toBe('No field to update is set');
		expect(smile.journal.entries).toEqual([]);
	});

	it('leaves the old one when the new one is refused', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);

		const error = await thrownBy(update(smile, old.id, { events: ['ACCOUNT_PAUSED'] }));

		expect(error.message).toContain('eventTypes must hold event types of Smile only');
		expect(error.context).not.toHaveProperty('mayHaveHappened');
		expect(smile.webhooks.all).toEqual([old]);
	});
});

describe('updating a webhook whose secret Smile does not show', () => {
	it('asks for a secret instead of taking that of the credential', async () => {
		const smile = await worlds.startSmile({ withoutSecretEcho: true });
		const old = smile.webhooks.add(unlike);

		const error = await thrownBy(update(smile, old.id, { name: 'Renamed' }));

		expect(error.message).toContain('The field Secret is needed');
		expect(error.description).toContain('Update Fields');
		expect(smile.webhooks.all).toEqual([old]);
		expect(writesAt(smile)).toEqual([]);
	});

	it.each([
		['dummy-typed', 'dummy-typed'],
		['', sampleWebhookSecret],
	])('signs with the secret %j that was added', async (secret, signed) => {
		const smile = await worlds.startSmile({ withoutSecretEcho: true });
		const { id } = smile.webhooks.add(unlike);

		await update(smile, id, { name: 'Renamed', secret });

		expect(smile.webhooks.all).toEqual([
			expect.objectContaining({ ...unlike, name: 'Renamed', secret: signed }),
		]);
	});
});

describe('updating a webhook of which Smile does not show all', () => {
	const without = (changes: object) => ({ ...unlike, ...changes }) as typeof unlike;

	it.each([
		['Active', without({ active: undefined })],
		['Active', without({ active: null })],
		['Events', without({ eventTypes: undefined })],
		['Events', without({ eventTypes: [7] })],
		['Events', without({ eventTypes: 'INCOMES_ADDED' })],
		['Events', without({ eventTypes: [] })],
	])('asks for %s instead of a guess: %j', async (field, stored) => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(stored);

		const error = await thrownBy(update(smile, old.id, { name: 'Renamed' }));

		expect(error.message).toBe(
			`The field ${field} is needed, as Smile does not show what the webhook has`,
		);
		expect(error.description).toContain('Add it under Update Fields');
		expect(smile.webhooks.all).toEqual([old]);
		expect(writesAt(smile)).toEqual([]);
	});

	it.each([true, false])('takes what was added: active %j', async (active) => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(without({ active: undefined, eventTypes: [7] }));

		await update(smile, old.id, { active, events: ['USER_CREATED'] });

		expect(smile.webhooks.all).toEqual([
			expect.objectContaining({ ...unlike, active, eventTypes: ['USER_CREATED'] }),
		]);
	});

	it('takes no includePayload for none, as Smile does', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(without({ includePayload: undefined }));

		await update(smile, old.id, { name: 'Renamed' });

		expect(smile.webhooks.all).toMatchObject([{ name: 'Renamed', includePayload: false }]);
	});
});
