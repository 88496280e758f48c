import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startCore } from '../support/contexts/core';
import { runAction } from '../support/contexts/runAction';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const fields = (id: string, updateFields: object, more: INodeParameters = {}): INodeParameters => ({
	resource: 'webhook',
	operation: 'update',
	webhookId: { __rl: true, mode: 'id', value: id },
	updateFields: updateFields as INodeParameters,
	...more,
});
const update = async (smile: SimulatedSmile, id: string, changes: object) =>
	await runAction({ smile, parameters: fields(id, changes) });
const writesAt = ({ journal }: SimulatedSmile) =>
	journal.entries.map(({ method }) => method).filter((method) => method !== 'GET');

const unlike = {
	name: 'Payroll',
	url: 'https://receiver.example.test/smile',
	eventTypes: ['INCOMES_ADDED', 'USER_CREATED'],
	active: false,
	includePayload: true,
	secret: 'dummy of the receiver',
};

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

describe('an update that ends half way', () => {
	it.each([
		{ kind: 'status', status: 400, method: 'DELETE' } as const,
		{ kind: 'html', status: 404, method: 'DELETE' } as const,
	])('names both webhooks when the old one cannot be deleted: %j', async (fault) => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.faults.next(fault);

		const [item] = await runAction({
			smile,
			continueOnFail: true,
			parameters: fields(old.id, { name: 'Renamed' }),
		});

		const renewed = smile.webhooks.all.find(({ name }) => name === 'Renamed');
		expect(smile.webhooks.all).toHaveLength(2);
		expect(item.json.error).toContain(old.id);
		expect(item.json.error).toContain(renewed?.id);
		expect(item.json).toMatchObject({
			description: expect.stringMatching(/delete it: both deliver/) as string,
			mayHaveHappened: true,
		});
	});

	it('names both when somebody stops it while the old one is deleted', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.faults.next({ kind: 'slow', ms: 10_000, method: 'DELETE' });
		const stop = new AbortController();
		const run = runAction({
			smile,
			abortSignal: stop.signal,
			continueOnFail: true,
			parameters: fields(old.id, { name: 'Renamed' }),
		});
		const error = thrownBy(run);
		await smile.journal.waitFor(({ method }) => method === 'DELETE');
		const renewed = smile.webhooks.all.find(({ name }) => name === 'Renamed');

		stop.abort();

		const { message, description } = await error;
		expect(message).toBe('The execution was cancelled');
		expect(description).toContain(old.id);
		expect(description).toContain(renewed?.id);
	});

	it('says what may be there when somebody stops it while the new one is made', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.faults.next({ kind: 'slow', ms: 10_000, method: 'POST' });
		const stop = new AbortController();
		const error = thrownBy(
			runAction({
				smile,
				abortSignal: stop.signal,
				parameters: fields(old.id, { name: 'Renamed' }),
			}),
		);
		await smile.journal.waitFor(({ method }) => method === 'POST');

		stop.abort();

		const { description } = await error;
		expect(description).toContain('Smile may have done this all the same');
		expect(description).toContain(
			'a changed webhook Renamed for https://receiver.example.test/smile',
		);
		expect(description).toContain(`${old.id} is still there`);
		expect(smile.webhooks.get(old.id)).toEqual(old);
	});

	it('says that Smile may have made the new one when it never answers', async () => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(unlike);
		smile.faults.next({ kind: 'slow', ms: 0, method: 'GET', times: 2 });
		smile.faults.next({ kind: 'answerLost', method: 'POST' });
		smile.faults.next({ kind: 'status', status: 403, method: 'GET' });

		const [item] = await runAction({
			smile,
			continueOnFail: true,
			parameters: fields(old.id, { name: 'Renamed' }),
		});

		expect(smile.webhooks.all).toHaveLength(2);
		expect(item.json).toMatchObject({
			description: expect.stringContaining('Smile may have done it all the same') as string,
			mayHaveHappened: true,
		});
		expect(item.json.description).toContain(old.id);
	});
});

describe('updating where Smile allows one webhook for an address', () => {
	const atOne = async () => {
		const smile = await worlds.startSmile({ onePerAddress: true });
		return { smile, old: smile.webhooks.add(unlike) };
	};

	it('deletes the old one first, and says that there was a gap', async () => {
		const { smile, old } = await atOne();
		const { lines, stop } = (await startCore()).capture();

		const [item] = await update(smile, old.id, { name: 'Renamed' });
		stop();

		expect(smile.webhooks.all).toEqual([
			expect.objectContaining({ ...unlike, name: 'Renamed', id: item.json.id }),
		]);
		expect(item.json).toMatchObject({
			replacedWebhookId: old.id,
			hint: expect.stringContaining('What happened meanwhile is not delivered') as string,
		});
		const warnings = lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
		expect(warnings).toEqual([expect.stringContaining(`${old.id} was deleted`)]);
	});

	it('leaves the old one where something else of the new one is refused', async () => {
		const { smile, old } = await atOne();
		smile.webhooks.onePerAddress = false;

		await thrownBy(update(smile, old.id, { events: ['ACCOUNT_PAUSED'] }));

		expect(smile.webhooks.all).toEqual([old]);
		const posted = smile.journal.of('POST', '/webhooks').map(({ body }) => body as IDataObject);
		expect(posted.slice(1)).toEqual([expect.objectContaining({ active: false, url: old.url })]);
	});

	it('deletes nothing for an address that another webhook has', async () => {
		const { smile, old } = await atOne();
		const other = smile.webhooks.add({ url: 'https://other.example.test/' });

		await thrownBy(update(smile, old.id, { url: other.url }));

		expect(smile.webhooks.all).toEqual([old, other]);
		expect(writesAt(smile)).toEqual(['POST']);
	});

	it.each([
		{ kind: 'status', status: 403, method: 'POST' } as const,
		{ kind: 'status', status: 429, method: 'POST', times: 5 } as const,
		{ kind: 'html', status: 400, method: 'POST' } as const,
	])(
		'deletes nothing after the fault %j',
		async (fault) => {
			const { smile, old } = await atOne();
			smile.faults.next(fault);

			const error = await thrownBy(update(smile, old.id, { name: 'Renamed' }));

			expect(error.message).toContain('Could not create a changed webhook Renamed');
			expect(smile.webhooks.all).toEqual([old]);
		},
		20_000,
	);

	it('puts the old one back where something else of the new one is refused then', async () => {
		const { smile, old } = await atOne();

		const [item] = await runAction({
			smile,
			continueOnFail: true,
			parameters: fields(old.id, { events: ['ACCOUNT_PAUSED'] }),
		});

		const [back] = smile.webhooks.all;
		expect(smile.webhooks.all).toEqual([expect.objectContaining(unlike)]);
		expect(back.id).not.toBe(old.id);
		expect(item.json.error).toContain('eventTypes must hold event types of Smile only');
		expect(item.json.description).toContain(`The old webhook is back as ${back.id}.`);
		expect(item.json.mayHaveHappened).toBe(true);
	});

	it('tells how to make it again where nothing can be made any more', async () => {
		const { smile, old } = await atOne();
		const remove = smile.webhooks.remove.bind(smile.webhooks);
		smile.webhooks.remove = (id) => {
			smile.faults.next({ kind: 'status', status: 400, method: 'POST', times: 2 });
			return remove(id);
		};

		const [item] = await runAction({
			smile,
			continueOnFail: true,
			parameters: fields(old.id, { name: 'Renamed' }),
		});

		expect(smile.webhooks.all).toEqual([]);
		expect(item.json.mayHaveHappened).toBe(true);
		for (const needed of [
			`${old.id} is gone`,
			'Name Renamed',
			`URL ${old.url}`,
			'Events INCOMES_ADDED, USER_CREATED',
			'Active off',
			'Include Payload on',
		]) {
			expect(item.json.description).toContain(needed);
		}
		expect(JSON.stringify(item)).not.toContain(unlike.secret);
	});
});
