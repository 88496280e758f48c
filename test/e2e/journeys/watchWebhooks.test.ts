import watchWebhooks from '../../../workflows/watch-webhooks.json';
import { office, startOwnJourneys, submit, type Journeys } from '../../support/journeys/journey';
import { newApiKey } from '../../support/n8n/publicApi';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';
import { startReceiver, type Receiver } from '../../support/smile/receiver';
import { eventually } from '../../support/waitFor';

let journeys: Journeys;
let receiver: Receiver;
let watch: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startOwnJourneys();
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
async function begin(): Promise<string> {
	const started = await journeys.world.rest.runManually(watch.id, 'Every Night');
	if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
	return started.executionId;
}

const asked = async () =>
	await eventually(() =>
		journeys.mail.mails.find(({ text }) => text.includes('nothing is deleted')),
	);

/** Opens the link of the mail and answers what it asks. */
async function answer(choice: string): Promise<void> {
	const { text } = await asked();
	const [, link = ''] = /href="([^"]+)"/.exec(text) ?? [];
	const { publicUrl, origin } = journeys.world.n8n;
	const url = link.replaceAll('&amp;', '&').replace(publicUrl, origin);
	// n8n sends the mail some moments before it waits.
	await eventually(async () => (await fetch(url)).ok);
	expect((await submit(url, [choice])).status).toBe(200);
}

const end = async (id: string) => await journeys.world.rest.finishedExecution(id, 60_000);
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
		const elsewhere = leave('Elsewhere', 'https://other.example.test');
		const night = await begin();
		await asked();
		expect(ids()).toContain(dead.id);
		await journeys.world.restart();

		await answer('Yes, delete them');
		const { error } = await end(night);

		expect(error).toBeUndefined();
		expect(ids().sort()).toEqual([hook.id, elsewhere.id].sort());
		expect(journeys.mail.mails).toHaveLength(1);
		expect(journeys.mail.mails[0].text).toContain('Elsewhere');
	});

	it('deletes nothing after a no', async () => {
		const dead = leave('Dead');
		const night = await begin();

		await answer('No, leave them');
		const { error } = await end(night);

		expect(error).toBeUndefined();
		expect(ids()).toEqual([dead.id]);
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
		const { publicUrl } = journeys.world.n8n;
		const foreign = leave('Of a stranger', receiver.origin);
		receiver.answers.push(status);
		const fill = (text: string) =>
			text.replaceAll('$execution.resumeUrl', `'${receiver.origin}/a/b'`);
		const other = await journeys.load(JSON.parse(fill(JSON.stringify(watchWebhooks))));
		expect(publicUrl).not.toBe(receiver.origin);

		const { error, items } = await journeys.run(other, 'Every Night');

		expect(error).toBeUndefined();
		expect(items('Describe Answer')).toMatchObject([{ json: { isRegistered: true } }]);
		expect(ids()).toEqual([foreign.id]);
		expect(journeys.mail.mails).toEqual([]);
	});
});
