import type { IDataObject, INode } from 'n8n-workflow';

import watchWebhooks from '../../../workflows/watch-webhooks.json';
import { office, startJourneys, type Journeys } from '../../support/journeys/journey';
import type { ReceivedMail } from '../../support/journeys/mailServer';
import { answerTo, question, startRun } from '../../support/journeys/question';
import { rowsOf } from '../../support/journeys/tables';
import { newApiKey } from '../../support/n8n/publicApi';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';
import { startReceiver, type Receiver } from '../../support/smile/receiver';

const table = 'Smile webhooks';
/** What n8n answers to a call that none of its workflows listens for. */
const notRegistered = { code: 404, message: 'The requested webhook "POST a" is not registered.' };

let journeys: Journeys;
let receiver: Receiver;
let watch: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startJourneys();
	receiver = await startReceiver();
	const { rest, n8n } = journeys.world;
	const apiKey = await newApiKey(rest.call);
	await journeys.addCredential('n8nApi', { apiKey, baseUrl: `${n8n.origin}/api/v1` });
	watch = await journeys.load(watchWebhooks);
});
afterAll(async () => {
	await journeys?.close();
	await receiver?.close();
});

let published: Workflow[] = [];
beforeEach(() => {
	journeys?.mail.mails.splice(0);
	published = [];
});
afterEach(async () => {
	if (!journeys) return;
	for (const workflow of published) await journeys.world.rest.deactivate(workflow);
	journeys.world.smile.webhooks.clear();
	journeys.world.smile.faults.clear();
	receiver.answers.splice(0);
});

async function publish(name: string) {
	const { publish: withTrigger, smile } = journeys.world;
	const workflow = await withTrigger({ events: ['ALL_EVENTS'] }, name);
	published.push(workflow);
	const hook = smile.webhooks.all.find((one) => one.name === `n8n: ${name}`);
	if (!hook) throw new Error(`Smile has no webhook for ${name}`);
	return { workflow, hook };
}

/** A webhook as Smile keeps it when its workflow was deleted in an n8n that could not reach Smile. */
function leave(name: string, base = journeys.world.n8n.publicUrl) {
	const url = `${base}/webhook/00000000-0000-4000-8000-000000000000/webhook`;
	return journeys.world.smile.webhooks.add({ name, url });
}

/** Starts a night; returns its execution's id, since it may wait for a yes. */
const begin = async (workflow = watch) => await startRun(journeys, workflow, 'Every Night');

/** The workflow of an n8n whose addresses begin so, where the receiver answers. */
async function elsewhere(base: string): Promise<Workflow> {
	const text = JSON.stringify(watchWebhooks).replaceAll('$execution.resumeUrl', `'${base}/a/b'`);
	return await journeys.load(JSON.parse(text) as IDataObject);
}

const isQuestion = (text: string) => text.includes('nothing is deleted');
const asked = async (count?: number) => await question(journeys, isQuestion, count);
const isOfOthers = ({ subject }: ReceivedMail) => /of other addresses$/.test(subject);
const stateOf = async ({ id }: { id: string }) =>
	(await rowsOf(journeys.world, table)).find(({ webhookId }) => webhookId === id)?.state;

const answer = async (choice: string, count?: number) =>
	await answerTo(journeys, (await asked(count)).text, choice);

const end = async (id: string, timeoutMs = 60_000) =>
	await journeys.world.rest.finishedExecution(id, timeoutMs);
const ids = () => journeys.world.smile.webhooks.all.map(({ id }) => id);

(hasTables ? describe : describe.skip)('"watch and clean up webhooks"', () => {
	it('says nothing where all is well', async () => {
		const { hook } = await publish('Well');

		const { error, items } = await end(await begin());

		expect(error).toBeUndefined();
		expect(items('Describe Answer')).toMatchObject([{ json: { answer: '401' } }]);
		expect(journeys.mail.mails).toEqual([]);
		expect(ids()).toEqual([hook.id]);
	});

	it('tells of triggers whose webhook is missing or inactive', async () => {
		const missing = await publish('Missing');
		const inactive = await publish('Inactive');
		await publish('Well');
		journeys.world.smile.webhooks.remove(missing.hook.id);
		inactive.hook.active = false;

		const { error } = await end(await begin());

		expect(error).toBeUndefined();
		expect(journeys.mail.to(office)).toHaveLength(1);
		const [{ text }] = journeys.mail.mails;
		expect(text).toContain('Missing, Smile Trigger: Smile has no webhook for it');
		expect(text).toContain('Inactive, Smile Trigger: its webhook is inactive');
		expect(text).not.toContain('Well');
	});

	it('deletes a dead webhook of this n8n after a yes, also after a restart, and no other', async () => {
		const { hook } = await publish('Alive');
		const dead = leave('Dead');
		const other = leave('Elsewhere', 'https://other.example.test');
		const night = await begin();
		await asked();
		expect(ids()).toContain(dead.id);
		await journeys.world.restart();

		await answer('Yes, delete them');
		const { error } = await end(night);

		expect(error).toBeUndefined();
		expect(ids().sort()).toEqual([hook.id, other.id].sort());
		expect(journeys.mail.mails).toHaveLength(2);
		const [{ text }] = journeys.mail.to(office).filter(isOfOthers);
		expect(text).toContain('Elsewhere');
		expect(text).not.toMatch(/Alive|Dead/);
		expect([await stateOf(other), await stateOf(dead)]).toEqual(['told', undefined]);
	});

	it('tells of other addresses once, and takes another n8n below this one for another', async () => {
		// This n8n itself answers there that nothing is registered, as one under a path of its own would.
		const neighbour = leave('Of a neighbour', `${journeys.world.n8n.publicUrl}/webhook`);

		const nights = [await end(await begin()), await end(await begin())];
		const later = leave('Came later', 'https://other.example.test');
		nights.push(await end(await begin()));

		expect(nights.flatMap(({ error }) => error ?? [])).toEqual([]);
		expect(nights.flatMap(({ items }) => items('Ask the Address'))).toEqual([]);
		const mails = journeys.mail.mails.filter(isOfOthers).map(({ text }) => text);
		expect(mails).toEqual([
			expect.stringContaining('Of a neighbour: '),
			expect.stringContaining('Came later: '),
		]);
		expect(mails[1]).not.toContain('neighbour');
		expect(journeys.mail.mails).toHaveLength(2);
		expect(ids()).toEqual([neighbour.id, later.id]);
	});

	it('deletes nothing after a no, and does not ask about that webhook again', async () => {
		const dead = leave('Dead');
		const first = await begin();
		await answer('No, leave them');
		const { error } = await end(first);
		journeys.mail.mails.splice(0);

		const quiet = await end(await begin());
		expect([error, quiet.error, journeys.mail.mails]).toEqual([undefined, undefined, []]);
		const second = leave('Dead as well');
		const third = await begin();
		const { text } = await asked();
		await answer('Yes, delete them');
		await end(third);

		expect(text).toContain('Dead as well (');
		expect(text).not.toContain('Dead (');
		expect(ids()).toEqual([dead.id]);
		expect([await stateOf(dead), await stateOf(second)]).toEqual(['left', undefined]);
	});

	it('deletes nothing when nobody answers in time, and asks again the next night', async () => {
		const dead = [leave('Dead'), leave('Dead as well')];
		const hurried = ({ name, parameters }: INode) => {
			if (name !== 'Ask for a Yes') return;
			const limitWaitTime = { values: { resumeAmount: 0.05, resumeUnit: 'minutes' } };
			parameters.options = { ...(parameters.options as IDataObject), limitWaitTime };
		};
		const impatient = await journeys.load(watchWebhooks, hurried);

		const { error, items } = await end(await begin(impatient), 150_000);
		const next = await begin();
		await answer('No, leave them', 2);
		await end(next);

		expect(error).toBeUndefined();
		expect(items('Each of Them')).toHaveLength(2);
		expect(items('Note the No')).toEqual([]);
		expect(ids()).toEqual(dead.map(({ id }) => id));
	});

	it('goes on when Smile is busy in the middle', async () => {
		const dead = leave('Dead');
		const { faults } = journeys.world.smile;
		faults.next({ kind: 'status', status: 429, path: '/webhooks', method: 'GET', times: 2 });
		faults.next({ kind: 'status', status: 429, path: '/webhooks', method: 'DELETE', times: 2 });
		const night = await begin();

		await answer('Yes, delete them');
		const { error } = await end(night);

		expect(error).toBeUndefined();
		expect(ids()).not.toContain(dead.id);
		expect(faults.pending).toBe(0);
	});

	it('leaves a webhook whose workflow was published again before the yes', async () => {
		const { workflow, hook } = await publish('Back again');
		await journeys.world.rest.deactivate(workflow);
		journeys.world.smile.webhooks.add({ ...hook });
		const night = await begin();
		await asked();
		await journeys.world.rest.activate(workflow);
		const before = ids();

		await answer('Yes, delete them');
		await end(night);

		expect(ids()).toEqual(before);
	});

	it.each([500, 404, null])('takes an answer of %s for no sign of death', async (status) => {
		const slow = leave('That answers otherwise', receiver.origin);
		receiver.answers.push(status);

		const { error, items } = await journeys.run(await elsewhere(receiver.origin), 'Every Night');

		expect(error).toBeUndefined();
		expect(items('Describe Answer')).toMatchObject([{ json: { isRegistered: true } }]);
		expect(ids()).toEqual([slow.id]);
		expect(journeys.mail.mails).toEqual([]);
	});

	it.each([503, null])('deletes nothing where the second answer is %s', async (status) => {
		const doubtful = leave('Dead at first', receiver.origin);
		receiver.answers.push(notRegistered, status);
		const night = await begin(await elsewhere(receiver.origin));

		await answer('Yes, delete them');
		const { error, items } = await end(night);

		expect(error).toBeUndefined();
		expect(items('Ask Once More')).toHaveLength(1);
		expect(journeys.mail.mails.at(-1)?.subject).toContain('left after your yes');
		expect(ids()).toEqual([doubtful.id]);
	});
});
