import widgetPage from '../../../workflows/widget-page.json';
import {
	office,
	startJourneys,
	submit,
	webhookIdOf,
	type Journeys,
} from '../../support/journeys/journey';
import { linkOn, openPage } from '../../support/journeys/people';
import { age, rowsOf } from '../../support/journeys/tables';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';

const table = 'Smile links';
let journeys: Journeys;
let workflow: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startJourneys();
	workflow = await journeys.publish(widgetPage);
});
afterAll(async () => await journeys?.close());
afterEach(() => journeys?.world.smile.faults.clear());

let executions = 0;
async function next(count = 1) {
	executions += count;
	const all = await journeys.world.rest.waitForExecutions(workflow.id, executions, 60_000);
	return all[executions - 1];
}

/** Fills in the form for somebody. */
async function ask(reference: string): Promise<Response> {
	const url = journeys.url(`/form/${webhookIdOf(widgetPage, 'New Link')}`);
	return await submit(url, [reference, `${reference}@people.example`]);
}

/** Makes a link for somebody and gives its address. */
async function linkFor(reference: string): Promise<string> {
	expect((await ask(reference)).status).toBe(200);
	expect((await next()).error).toBeUndefined();
	return journeys.linkTo(`${reference}@people.example`);
}

const rowsFor = async (reference: string) =>
	(await rowsOf(journeys.world, table)).filter((row) => row.reference === reference);

(hasTables ? describe : describe.skip)("the page with Smile's widget", () => {
	it('makes a new token each time it is opened, none before, at an address nobody guesses', async () => {
		const { journal } = journeys.world.smile;
		const link = await linkFor('opened');
		const tokens = () => journal.entries.filter(({ path }) => path === '/tokens').length;
		const before = tokens();

		const first = await openPage(link);
		const second = await openPage(link);
		await next(2);

		expect([before, tokens()]).toEqual([0, 2]);
		expect(new URL(link).searchParams.get('key')).toMatch(/^[0-9a-f]{32}$/);
		const opened = [{ userToken: expect.stringMatching(/^dummy-link-token-/) }];
		expect([first.opened, second.opened]).toEqual([opened, opened]);
		expect(first.opened).not.toEqual(second.opened);
	});

	it('gives each person a token of their own, and leaves what they link, as the note says', async () => {
		const { smile } = journeys.world;
		const links = [await linkFor('own'), await linkFor('another')];

		const pages = [await openPage(links[0]), await openPage(links[1])];
		await next(2);
		const lives = [linkOn(smile, pages[0]), linkOn(smile, pages[1], { archive: 'analyzed' })];

		const rows = [...(await rowsFor('own')), ...(await rowsFor('another'))];
		expect(rows.map(({ userId }) => userId)).toEqual(lives.map(({ userId }) => userId));
		const users = lives.map(({ userId }) => smile.data.find('users', userId)?.externalMetadata);
		expect(users).toEqual([{ reference: 'own' }, { reference: 'another' }]);
		const accounts = lives.map(({ accountId }) => smile.data.find('accounts', accountId));
		expect(accounts).toMatchObject([
			{ connectionStatus: 'CONNECTED' },
			{ monitorStatus: 'ACTIVE' },
		]);
	});

	it.each(['?key=', '', `?key=${'0'.repeat(32)}`, '?key[]=a&key[]=b'])(
		'shows no widget at an address that was not given out: %s',
		async (query) => {
			const page = await openPage(journeys.url(`/webhook/smile-link${query}`));
			await next();

			expect(page).toEqual({ status: 404, opened: [] });
		},
	);

	it('ends after 14 days, and its row at night', async () => {
		const link = await linkFor('old');
		await age(journeys.world, table, ['reference', 'old'], 16);

		const page = await openPage(link);
		await journeys.run(workflow, 'Every Night');
		await next(2);

		expect(page).toEqual({ status: 404, opened: [] });
		const references = (await rowsOf(journeys.world, table)).map(({ reference }) => reference);
		expect(references).toEqual(['opened', 'own', 'another']);
	});

	it('is shown although Smile is busy at first', async () => {
		const link = await linkFor('busy');
		const fault = { kind: 'status', status: 429, path: '/tokens', times: 2 } as const;
		journeys.world.smile.faults.next(fault);

		const page = await openPage(link);
		const { error } = await next();

		expect(error).toBeUndefined();
		const { userId } = linkOn(journeys.world.smile, page);
		expect(await rowsFor('busy')).toMatchObject([{ userId }]);
	});

	it('asks for patience while Smile does not answer, and shows it to you', async () => {
		const link = await linkFor('patient');
		const fault = { kind: 'status', status: 400, path: '/tokens', times: Infinity } as const;
		journeys.world.smile.faults.next(fault);

		const page = await openPage(link);
		const { error } = await next();

		expect(page).toEqual({ status: 503, opened: [] });
		expect(error?.message).toMatch(/^The page for patient could not be shown: \S+/);
	});

	it('writes once to who has a link', async () => {
		await linkFor('twice');

		await ask('twice');
		const { error } = await next();

		expect(error?.message).toContain('No second e-mail was sent');
		expect(journeys.mail.to('twice@people.example')).toHaveLength(1);
		expect(await rowsFor('twice')).toHaveLength(1);
	});

	it('writes once where staff clicked twice, with a link that works', async () => {
		await Promise.all([ask('clicked'), ask('clicked'), ask('clicked')]);
		await next(3);

		expect(journeys.mail.to('clicked@people.example')).toHaveLength(1);
		const page = await openPage(journeys.linkTo('clicked@people.example'));
		await next();
		const { userId } = linkOn(journeys.world.smile, page);
		expect(await rowsFor('clicked')).toMatchObject([{ userId }]);
	});

	it('tells of an e-mail that is refused and sends no other by itself; the link works', async () => {
		journeys.mail.refused.add('nobody@people.example');

		await ask('nobody');
		const { error } = await next();
		journeys.mail.refused.clear();
		await ask('nobody');
		const again = await next();

		expect(error).toBeUndefined();
		expect(journeys.mail.to(office)).toMatchObject([
			{ text: expect.stringMatching(/nobody was not taken: .*no such mailbox/s) },
		]);
		expect(again.error?.message).toContain('No second e-mail was sent');
		expect(journeys.mail.to('nobody@people.example')).toEqual([]);
		const [{ linkKey, userId, state }] = await rowsFor('nobody');
		expect(state).toBe('not sent');
		const page = await openPage(journeys.url(`/webhook/smile-link?key=${String(linkKey)}`));
		await next();
		expect(linkOn(journeys.world.smile, page).userId).toBe(userId);
	});

	it('tells at night, once, of a link that may not have been sent, and sends no other', async () => {
		const { world, mail } = journeys;
		const email = 'interrupted@people.example';
		const known = mail.to(office).length;
		mail.refused.add(email).add(office);
		await ask('interrupted');
		const { error } = await next();
		mail.refused.clear();
		await linkFor('certain');

		for (const days of [0, 1, 1]) {
			await age(world, table, ['reference', 'interrupted'], days);
			await age(world, table, ['reference', 'certain'], days);
			await journeys.run(workflow, 'Every Night');
			await next();
			expect(mail.to(office)).toHaveLength(known + (days > 0 ? 1 : 0));
		}

		expect(error).toBeDefined();
		expect(mail.to(office)[known].text).toMatch(/did not come to its end: interrupted\.\n/);
		expect(mail.to(email)).toEqual([]);
		const rows = [...(await rowsFor('interrupted')), ...(await rowsFor('certain'))];
		expect(rows).toMatchObject([{ state: 'not certain' }, { state: 'sent' }]);
	});

	it('lets only staff make links', async () => {
		const url = journeys.url(`/form/${webhookIdOf(widgetPage, 'New Link')}`);

		expect((await fetch(url)).status).toBe(401);
		expect((await fetch(url, { method: 'POST', body: new FormData() })).status).toBe(401);
	});
});
