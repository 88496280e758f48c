import { agreeable, probeSmile } from '../support/probing';
import { seenOf } from '../support/probeReports';
import type { Fault } from '../support/smile/faults';
import type { SmileSwitches } from '../support/smile/switches';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

interface Way {
	switches?: Partial<SmileSwitches>;
	fault?: Fault;
}

const refuse = (method: string, path: Fault['path'], more: Partial<Fault> = {}): Way => ({
	fault: { kind: 'status', status: 400, method, path, ...more } as Fault,
});

const signals = '/beta/signals';
const upload = 'TASK_STARTED (ANALYZE_ARCHIVE), TASK_FINISHED (ANALYZE_ARCHIVE)';

/** What questions without a switch see; each has at least two answers. */
const ways: Array<[string, Way, string | RegExp]> = [
	['lists.total', {}, 'Beside its entries and cursor it has nothing'],
	[
		'lists.total',
		{
			fault: {
				kind: 'otherEnvelope',
				body: { code: 'OK', data: { items: [], total: 3 } },
				method: 'GET',
			},
		},
		'Beside its entries and cursor it has total',
	],
	['webhooks.neverKnown', {}, 'It is answered 404 MISSING_RESOURCE'],
	['webhooks.neverKnown', { switches: { unknownDeletion: 'OK' } }, 'It is answered 200 OK'],
	['webhooks.nobodyThere', {}, 'It is answered 200 OK'],
	['webhooks.nobodyThere', refuse('POST', '/webhooks'), /^It is answered 400 /],
	['deliveries.noSecret', {}, 'Smile refuses such a webhook'],
	['deliveries.noSecret', { switches: { secretsRequired: false } }, 'It has no signature'],
	['users.unknownToken', {}, 'It is answered 404 MISSING_RESOURCE'],
	['users.unknownToken', refuse('POST', '/tokens'), /^It is answered 400 /],
	['accounts.revokedItself', {}, 'It is answered 200 OK'],
	[
		'accounts.revokedItself',
		{ switches: { revokedItself: 'missing' } },
		'It is answered 404 MISSING_RESOURCE',
	],
	['archives.classification', {}, /TASK_STARTED \(CLASSIFY_ARCHIVE\).*ARCHIVE_FAILED$/],
	[
		'archives.classification',
		{ switches: { sampleFilesOnly: false } },
		/TASK_FINISHED \(CLASSIFY_ARCHIVE\).*ARCHIVE_ANALYZED$/,
	],
	[
		'archives.withoutType',
		{ switches: { sampleFilesOnly: false } },
		/^Classified: PAYSLIP, ANALYZED, classified as PAYSLIP; .* Without a type: PAYSLIP, ANALYZED, without a classification; /,
	],
	[
		'archives.withoutType',
		{},
		/^Classified: OTHERS, ERROR, without .* Without a type: OTHERS, ERROR, without /,
	],
	['archives.payslipEvents', {}, `ARCHIVE_STARTED, ${upload}, ARCHIVE_FAILED`],
	[
		'archives.payslipEvents',
		{ switches: { sampleFilesOnly: false } },
		`ARCHIVE_STARTED, ${upload}, ARCHIVE_ANALYZED`,
	],
	[
		'queries.otherConsents',
		{},
		'template, type and version: 200 OK; type alone: 200 OK; nothing: 200 OK',
	],
	[
		'queries.otherConsents',
		refuse('POST', signals, { skip: 1, times: 2 }),
		/^template, type and version: 200 OK; type alone: 400 \w+; nothing: 400 \w+$/,
	],
	['queries.templateGone', {}, 'It is answered 200 OK and still names the template'],
	['queries.templateGone', refuse('GET', signals), /^It is answered 400 \w+$/],
];

describe('a question without a switch', () => {
	it.each(ways)('sees as %s with %j: %s', async (id, { switches, fault }, seen) => {
		const smile = await worlds.startSmile({ switches });
		const [{ accountId: account }] = smile.data.people(1, { account: 'connected' });
		if (fault) smile.faults.next(fault);

		const report = await probeSmile(smile, {
			only: [id],
			person: agreeable(smile),
			further: { account },
		});

		expect(seenOf(report, id)).toMatch(seen);
		expect(report.outcomes.map(({ state }) => state)).toEqual(['answered']);
		expect(report.leftovers.filter(({ isExpected }) => !isExpected)).toEqual([]);
	});

	it.each([
		[5, /^It arrived [\d.]+ s after the upload, where nobody listened for 0 s /],
		[300, /^It did not, after nobody listened for 0.3 s /],
	])('sees what becomes of a delivery while nobody listens for %d ms', async (downMs, seen) => {
		const smile = await worlds.startSmile();

		const report = await probeSmile(smile, {
			only: ['retries.nobodyListened', 'retries.stillActive'],
			patience: { downMs, retriesMs: 300 },
		});

		expect(seenOf(report, 'retries.nobodyListened')).toMatch(seen);
		expect(report.outcomes.map(({ state }) => state)).toEqual(['answered', 'answered']);
	});
});

describe('a payslip whose upload got no answer', () => {
	it('is revoked all the same, though it bears no mark', async () => {
		const smile = await worlds.startSmile();
		const path = '/archives/-/payslips';
		smile.faults.next({ kind: 'answerLost', method: 'POST', path });

		const report = await probeSmile(smile, { only: ['archives.payslipEvents'] });

		expect(report.outcomes.map(({ state }) => state)).toEqual(['failed']);
		const states = smile.data.all('archives').map(({ state }) => state);
		expect(states).toEqual([expect.objectContaining({ status: 'REVOKED' })]);
	});
});
