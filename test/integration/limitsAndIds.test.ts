import { runAction } from '../support/contexts/runAction';
import { addWebhooks } from '../support/smile/addWebhooks';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { peopleAt, read } from '../support/dataReading';
import { byId } from '../support/picked';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('a limit', () => {
	it.each([
		'={{ undefined }}',
		'={{ null }}',
		'',
		0,
		-1,
		1.5,
		'abc',
		'={{ NaN }}',
		'={{ Infinity }}',
		1e21,
	])('of %j is an error, of data and webhooks alike', async (limit) => {
		const smile = await peopleAt(worlds, 3);

		const errors = [
			await thrownBy(read(smile, 'user', { limit })),
			await thrownBy(read(smile, 'webhook', { limit })),
		];

		const [one, other] = errors.map(({ message, description }) => ({ message, description }));
		expect(one).toEqual({
			message: expect.stringMatching(/^The field Limit holds /) as string,
			description: 'Enter a whole number from 1.',
		});
		expect(other).toEqual(one);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(['user', 'webhook'])('of %s may be text', async (resource) => {
		const smile = await peopleAt(worlds, 3);
		addWebhooks(smile, 3);

		expect(await read(smile, resource, { limit: '={{ "2" }}' })).toHaveLength(2);
	});

	it.each([
		['true', 3],
		['False', 1],
	])('counts unless Return All is %j', async (word, count) => {
		const smile = await peopleAt(worlds, 3);
		addWebhooks(smile, 3);
		const fields = { limit: 1, returnAll: `={{ "${word}" }}` };

		expect(await read(smile, 'user', fields)).toHaveLength(count);
		expect(await read(smile, 'webhook', fields)).toHaveLength(count);
	});

	it.each(['={{ undefined }}', '={{ 1 }}', '={{ "yes" }}'])(
		'is not guessed where Return All is %j',
		async (returnAll) => {
			const smile = await peopleAt(worlds, 3);

			for (const resource of ['user', 'webhook']) {
				const error = await thrownBy(read(smile, resource, { returnAll }));
				expect(error.message).toMatch(/^The field Return All holds (nothing|neither)/);
			}
			expect(smile.journal.entries).toEqual([]);
		},
	);
});

describe('an id', () => {
	const get = async (smile: SimulatedSmile, resource: string, id: unknown) =>
		await runAction({
			smile,
			parameters: { resource, operation: 'get', [`${resource}Id`]: byId(id as string) },
		});

	it.each([
		'',
		' ',
		'.',
		'..',
		'./',
		'../',
		'/',
		'={{ undefined }}',
		'={{ null }}',
		'={{ [] }}',
		'={{ ({}) }}',
	])('of %j stops the item, of data and webhooks alike', async (id) => {
		const smile = await peopleAt(worlds, 2);
		addWebhooks(smile, 2);

		const user = await thrownBy(get(smile, 'user', id));
		const webhook = await thrownBy(get(smile, 'webhook', id));

		expect(user.message).toMatch(/^The field User holds (nothing|a list|an object)/);
		expect(webhook.message).toMatch(/^The field Webhook holds (nothing|a list|an object)/);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each(['../archives/archive-1', 'a/../b', '..\\tokens', 'u-1/. '])(
		'of %j would lead elsewhere and stops the item, of data and webhooks alike',
		async (id) => {
			const smile = await peopleAt(worlds, 2);
			const test = { resource: 'event', operation: 'sendTest' };

			const errors = [
				await thrownBy(get(smile, 'user', id)),
				await thrownBy(get(smile, 'webhook', id)),
				await thrownBy(runAction({ smile, parameters: { ...test, webhookId: byId(id) } })),
			];

			expect(errors.map(({ message }) => message)).toEqual(
				['User', 'Webhook', 'Webhook'].map(
					(field) => `The field ${field} holds a path with "." or ".." in it, not an ID`,
				),
			);
			expect(errors[0].description).toBe('Enter the ID alone, as Smile gives it.');
			expect(smile.journal.entries).toEqual([]);
		},
	);

	it('typed for the subject of a test event may not lead elsewhere', async () => {
		const smile = await peopleAt(worlds, 1);
		addWebhooks(smile, 1);
		const options = { userId: byId('../accounts/a-1') };
		const webhookId = byId(smile.webhooks.all[0].id);
		const parameters = { resource: 'event', operation: 'sendTest', webhookId, options };

		const error = await thrownBy(runAction({ smile, parameters }));

		expect(error.message).toContain('The field User holds a path');
		expect(smile.journal.of('GET', '/users')).toEqual([]);
	});

	it.each(['%2e%2e', '%2e%2e/tokens', 'a/b', 'u-1?size=1', 'u-1#x'])(
		'of %j is one segment of the address',
		async (id) => {
			const smile = await peopleAt(worlds, 2);

			await thrownBy(get(smile, 'user', id));
			await thrownBy(get(smile, 'webhook', id));

			expect(smile.journal.entries.map(({ path, query }) => ({ path, query }))).toEqual(
				['users', 'webhooks'].map((list) => ({
					path: `/${list}/${encodeURIComponent(id)}`,
					query: {},
				})),
			);
		},
	);

	it('may be a number', async () => {
		const smile = await worlds.startSmile();

		await thrownBy(get(smile, 'user', '={{ 7 }}'));

		expect(smile.journal.entries.map(({ path }) => path)).toEqual(['/users/7']);
	});

	it('has at most 200 characters', async () => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(get(smile, 'user', 'u'.repeat(201)));

		expect(error.message).toBe('The field User holds 201 characters');
		expect(smile.journal.entries).toEqual([]);
	});
});
