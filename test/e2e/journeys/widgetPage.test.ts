import widgetPage from '../../../workflows/widget-page.json';
import { startJourneys, submit, webhookIdOf, type Journeys } from '../../support/journeys/journey';
import { openPage } from '../../support/journeys/people';
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

/** Makes a link for somebody and gives its address. */
async function linkFor(reference: string): Promise<string> {
	const email = `${reference}@people.example`;
	const url = journeys.url(`/form/${webhookIdOf(widgetPage, 'New Link')}`);
	expect((await submit(url, [reference, email])).status).toBe(200);
	expect((await next()).error).toBeUndefined();
	return journeys.linkTo(email);
}

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
		expect(references).toEqual(['opened']);
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
		const url = journeys.url(`/form/${webhookIdOf(widgetPage, 'New Link')}`);

		await submit(url, ['twice', 'twice@people.example']);
		const { error } = await next();

		expect(error?.message).toContain('No second e-mail was sent');
		expect(journeys.mail.to('twice@people.example')).toHaveLength(1);
	});

	it('lets only staff make links', async () => {
		const url = journeys.url(`/form/${webhookIdOf(widgetPage, 'New Link')}`);

		expect((await fetch(url)).status).toBe(401);
		expect((await fetch(url, { method: 'POST', body: new FormData() })).status).toBe(401);
	});
});
