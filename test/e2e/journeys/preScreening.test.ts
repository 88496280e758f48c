import preScreening from '../../../workflows/pre-screening.json';
import {
	office,
	startJourneys,
	submit,
	webhookIdOf,
	type Journeys,
} from '../../support/journeys/journey';
import { rowsOf } from '../../support/journeys/tables';
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
	journeys.world.smile.faults.clear();
	journeys.world.smile.switches.resultFor = undefined;
});

let executions = 0;
async function screen(reference: string, phone: string, ticked = consent) {
	const url = journeys.url(`/form/${webhookIdOf(preScreening, 'Short Form')}`);
	expect((await submit(url, [reference, phone, ticked])).status).toBe(200);
	executions += 1;
	const all = await journeys.world.rest.waitForExecutions(workflow.id, executions, 90_000);
	return all[executions - 1];
}

const asked = () => journeys.world.smile.queries.all.map(({ product }) => product);
const outcomeOf = async (reference: string) =>
	(await rowsOf(journeys.world, table)).find((row) => row.reference === reference)?.outcome;

(hasTables ? describe : describe.skip)('"pre-screening without a link"', () => {
	it('goes on with who is not listed, and asks with their consent', async () => {
		const { error, items } = await screen('clear', clear(601));

		expect(error).toBeUndefined();
		expect(asked()).toEqual(['blacklist', 'signal']);
		const [{ request }] = journeys.world.smile.queries.all;
		expect(request.consent).toMatchObject({ consentedWith: 'Ticked: I agree' });
		expect(items('Your step here')).toMatchObject([{ json: { resultCode: 'NO_DATA' } }]);
		expect(await outcomeOf('clear')).toBe('not listed, signal NO_DATA');
		expect(journeys.mail.mails).toEqual([]);
	});

	it('tells a person of a hit, declines nobody and asks no more', async () => {
		const { error } = await screen('listed', listed);

		expect(error).toBeUndefined();
		expect(asked()).toEqual(['blacklist']);
		expect(journeys.mail.to(office)).toMatchObject([
			{ subject: 'Pre-screening of listed: on the blacklist' },
		]);
	});

	it.each([
		['without consent', clear(602), [], /^Somebody gave no consent/],
		['with letters', 'call me', consent, /is none with a country code/],
		['without a country code', '0955 123 4567', consent, /is none with a country code/],
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
