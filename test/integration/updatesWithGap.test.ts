import type { IDataObject } from 'n8n-workflow';

import { startCore } from '../support/contexts/core';
import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';
import { fields, update, writesAt, unlike } from '../support/webhookUpdateRuns';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

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
		expect(warnings).toEqual([
			expect.stringMatching(
				`${old.id} at ${old.url} had to be deleted.* Smile had none for \\d+ ms`,
			),
		]);
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

	it.each([true, false])(
		'puts back one of which Smile does not show all as the update says: active %j',
		async (active) => {
			const { smile } = await atOne();
			smile.webhooks.clear();
			const hidden = { ...unlike, active: undefined, eventTypes: [7] } as object;
			const old = smile.webhooks.add(hidden);
			const remove = smile.webhooks.remove.bind(smile.webhooks);
			smile.webhooks.remove = (id) => {
				if (id === old.id) smile.faults.next({ kind: 'status', status: 400, method: 'POST' });
				return remove(id);
			};

			await thrownBy(update(smile, old.id, { active, events: ['USER_CREATED'] }));

			expect(smile.webhooks.all).toEqual([
				expect.objectContaining({ ...unlike, active, eventTypes: ['USER_CREATED'] }),
			]);
		},
	);

	it('tells how to make it again where Smile refuses the new webhook and the old one', async () => {
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

	it('puts the old one back under the secret that was asked for, where Smile hides secrets', async () => {
		const { smile, old } = await atOne();
		smile.webhooks.withoutSecretEcho = true;
		const changes = { events: ['ACCOUNT_PAUSED'], secret: 'dummy of the receiver' };

		const { description } = await thrownBy(update(smile, old.id, changes));

		expect(smile.webhooks.all).toEqual([expect.objectContaining(unlike)]);
		const [{ id }] = smile.webhooks.all;
		expect(description).toContain(`is back as ${id}, signed with the Secret of this update.`);
	});

	it('goes on where no answer to the deletion came and the list no longer has the old one', async () => {
		const { smile, old } = await atOne();
		const path = `/webhooks/${old.id}`;
		smile.faults.next({ kind: 'answerLost', method: 'DELETE', path, times: 5 });

		await update(smile, old.id, { name: 'Renamed' });

		expect(smile.webhooks.all).toMatchObject([{ ...unlike, name: 'Renamed' }]);
	});

	it('names the old one in the log where Smile answers no deletion and the list still has it', async () => {
		const { smile, old } = await atOne();
		const { lines, stop } = (await startCore()).capture();
		smile.faults.next({ kind: 'cut', method: 'DELETE', path: `/webhooks/${old.id}`, times: 5 });

		const error = await thrownBy(update(smile, old.id, { name: 'Renamed' }));
		stop();

		expect(error.message).toContain(`Could not delete the webhook ${old.id}`);
		expect(smile.webhooks.all).toEqual([old]);
		expect(lines.map(({ message }) => message)).toContainEqual(
			expect.stringContaining(`did not answer the deletion of the webhook ${old.id} at ${old.url}`),
		);
	});
});
