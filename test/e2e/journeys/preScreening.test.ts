import preScreening from '../../../workflows/pre-screening.json';
import {
	office,
	startJourneys,
	submit,
	webhookIdOf,
	type Journeys,
} from '../../support/journeys/journey';
import { age, enter, rowsOf } from '../../support/journeys/tables';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';

const consent = ['I agree'];
const table = 'Smile pre-screening';

/** The second half of the numbers that nobody has: Smile's sources know nothing of them. */
const clear = (last: number) => `447700900${last}`;
const listed = '+44 (7700) 900-123';

let journeys: Journeys;
let workflow: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startJourneys();
	workflow = await journeys.publish(preScreening);
});
afterAll(async () => await journeys?.close());
beforeEach(() => {
	journeys?.mail.mails.splice(0);
	journeys?.world.smile.queries.clear();
});
afterEach(() => {
	if (!journeys) return;
	// Questions and their answers are all that the note says Smile keeps.
	const { data } = journeys.world.smile;
	expect((['users', 'accounts', 'invites'] as const).flatMap((kind) => data.all(kind))).toEqual([]);
	journeys.world.smile.faults.clear();
	journeys.world.smile.switches.resultFor = undefined;
});

const url = () => journeys.url(`/form/${webhookIdOf(preScreening, 'Short Form')}`);
const ended = async () =>
	await journeys.world.rest.waitForExecutions(workflow.id, executions, 90_000);

let executions = 0;
async function screen(reference: string, phone: string, ticked = consent) {
	expect((await submit(url(), [reference, phone, ticked])).status).toBe(200);
	executions += 1;
	return (await ended())[executions - 1];
}

/** Looks for what stopped on the way. */
async function morning() {
	executions += 1;
	return await journeys.run(workflow, 'Every Morning');
}

const rowsFor = async (reference: string) =>
	(await rowsOf(journeys.world, table)).filter((row) => row.reference === reference);
const asked = () => journeys.world.smile.queries.all.map(({ product }) => product);
const outcomeOf = async (reference: string) => (await rowsFor(reference)).at(0)?.outcome;

(hasTables ? describe : describe.skip)('"pre-screening without a link"', () => {
	it('goes on with who is not listed, and asks with their consent', async () => {
		const { error, items } = await screen('clear', clear(601));

		expect(error).toBeUndefined();
		expect(asked()).toEqual(['blacklist', 'signal']);
		const [{ request }] = journeys.world.smile.queries.all;
		// Type and version are the builder's: none is made up.
		expect(request.consent).toEqual({
			consentedAt: expect.any(String),
			consentedWith: 'Ticked: I agree',
		});
		expect(items('Your step here')).toMatchObject([{ json: { resultCode: 'NO_DATA' } }]);
		expect(await outcomeOf('clear')).toBe('not listed, signal NO_DATA');
		expect(journeys.mail.mails).toEqual([]);
	});

	it('names in the words of consent all that is asked', () => {
		const form = preScreening.nodes.find(({ name }) => name === 'Short Form');
		const [option] = JSON.stringify(form).match(/I agree[^"]*/) ?? [];

		expect(option).toMatch(/phone number/);
		expect(option).toMatch(/blacklist/);
		expect(option).toMatch(/signal/);
	});

	it('tells a person of a hit, declines nobody and asks no more', async () => {
		const { error } = await screen('listed', listed);

		expect(error).toBeUndefined();
		expect(asked()).toEqual(['blacklist']);
		expect(journeys.mail.to(office)).toMatchObject([
			{ subject: 'Pre-screening of listed: on the blacklist' },
		]);
		expect(await rowsFor('listed')).toMatchObject([{ outcome: 'on the blacklist' }]);
	});

	it.each([
		['without consent', clear(602), [], /^Somebody gave no consent/],
		[
			'about a number asked about before',
			clear(601),
			consent,
			/asked about within 30 days, as clear/,
		],
	])('asks nothing %s', async (who, phone, ticked, message) => {
		const { error } = await screen(who, phone, ticked);

		expect(error?.message).toMatch(message);
		expect(asked()).toEqual([]);
		expect(journeys.mail.mails).toEqual([]);
		expect(await rowsFor(who)).toEqual([]);
	});

	it.each([
		['with letters', 'call me', 'callme'],
		['without a country code', '0955 123 4567', '09551234567'],
		['with the zero of calls within its country', '+63 (0)955 123 4567', '63(0)9551234567'],
		['with a zero behind another code', '+44 020 7946 0958', '4402079460958'],
		['with a second one behind it', '+1 555 0100+2', '15550100+2'],
		['without anything', '(+)', 'nothing but signs'],
	])('tells staff of a number %s, and asks nothing', async (who, phone, shown) => {
		const { error } = await screen(who, phone);

		expect(error).toBeUndefined();
		expect(asked()).toEqual([]);
		expect(journeys.mail.to(office)).toMatchObject([
			{
				subject: `Pre-screening of ${who}: no usable phone number`,
				text: expect.stringContaining(shown),
			},
		]);
		expect(await rowsFor(who)).toEqual([]);
	});

	it('asks once where the form is sent twice at a time', async () => {
		const fields = ['twice', clear(607), consent];

		await Promise.all([submit(url(), fields), submit(url(), fields)]);
		executions += 2;
		const both = (await ended()).slice(-2);

		expect(asked()).toEqual(['blacklist', 'signal']);
		expect(both.map(({ error }) => error?.message)).toContainEqual(
			expect.stringMatching(/asked about within 30 days, as twice/),
		);
		expect(await rowsFor('twice')).toMatchObject([{ outcome: 'not listed, signal NO_DATA' }]);
	});

	it('tells in the morning what stopped on the way, once, and leaves it when asked anew', async () => {
		const row = { reference: 'stopped', phone: clear(608), consentedAt: '2026-01-05T08:00:00Z' };
		await enter(journeys.world, table, [row, { ...row, reference: 'only begun', phone: '1' }]);
		await age(journeys.world, table, ['reference', 'stopped'], 31);

		const anew = await screen('anew', clear(608));
		expect(await rowsFor('stopped')).toMatchObject([{ outcome: null }]);
		const mornings = [await morning(), await morning()];

		expect([anew, ...mornings].map(({ error }) => error)).toEqual([
			undefined,
			undefined,
			undefined,
		]);
		expect(asked()).toEqual(['blacklist', 'signal']);
		expect(journeys.mail.to(office)).toMatchObject([
			{
				subject: 'Pre-screening: 1 stopped on the way',
				text: expect.stringContaining('stopped, begun at'),
			},
		]);
		expect(await outcomeOf('stopped')).toBe('not known: it stopped on the way');
		expect(await outcomeOf('only begun')).toBeNull();
	});

	it('tells a hit in the morning if the mail server was away', async () => {
		await age(journeys.world, table, ['reference', 'listed'], 31);
		journeys.mail.refused.add(office);
		const { error } = await screen('not told', listed);
		journeys.mail.refused.clear();
		await age(journeys.world, table, ['reference', 'not told'], 1);
		await morning();

		expect(error).toBeDefined();
		expect(journeys.mail.to(office).map(({ text }) => text)).toEqual([
			expect.stringContaining('not told, begun at'),
		]);
	});

	it.each([
		['SERVICE_UNAVAILABLE', 603, ['blacklist']],
		['a lost answer', 604, ['blacklist']],
		['a refusal', 605, []],
	])('leaves it to a person after %s, and never asks twice', async (what, last, questions) => {
		const { smile } = journeys.world;
		const path = '/alpha/blacklists';
		if (what === 'SERVICE_UNAVAILABLE') smile.switches.resultFor = () => what;
		else if (what === 'a refusal') smile.faults.next({ kind: 'status', status: 403, path });
		else {
			smile.faults.next({ kind: 'answerLost', path, method: 'POST' });
			smile.faults.next({ kind: 'status', status: 400, path, method: 'GET', times: Infinity });
		}

		const first = await screen(what, clear(last));
		smile.faults.clear();
		const again = await screen(`${what} again`, clear(last));

		expect(first.error).toBeUndefined();
		expect(again.error?.message).toContain('It was not asked about again');
		expect(asked()).toEqual(questions);
		expect(await outcomeOf(what)).toMatch(/^not known: \S+/);
		expect(journeys.mail.to(office)).toHaveLength(1);
	});

	it('waits and goes on when Smile is busy', async () => {
		const path = '/alpha/blacklists';
		journeys.world.smile.faults.next({ kind: 'status', status: 429, path, times: 2 });

		const { error, items } = await screen('busy', clear(606));

		expect(error).toBeUndefined();
		expect(asked()).toEqual(['blacklist', 'signal']);
		expect(items('Your step here')).toHaveLength(1);
	});
});
