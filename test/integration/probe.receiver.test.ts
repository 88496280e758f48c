import { agreeable, probeSmile, settingsAt } from '../support/probing';
import { Worlds } from '../support/world';
import { stateOf, seenOf } from '../support/probeReports';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('a receiver that nothing reaches', () => {
	const only = [
		'deliveries.sandbox',
		'users.eventOfReset',
		'users.eventsOfMadeUsers',
		'revocation.event',
		'queries.betaRecordEvents',
		'retries.refused',
	];

	it('decides nothing', async () => {
		const smile = await worlds.startSmile();
		const further = { receiverUrl: 'https://elsewhere.example.test' };

		const report = await probeSmile(smile, { only, further, person: agreeable(smile) });

		expect(report.outcomes.filter(({ value }) => value !== undefined)).toEqual([]);
		expect(seenOf(report, 'revocation.event')).toMatch(/that decides nothing$/);
		expect(stateOf(report, 'retries.refused')).toBe('failed');
	});

	it.each([
		['is told', async () => await Promise.reject(new Error('no such host')), 1],
		['is told when something else answers', async () => await Promise.resolve(), 1],
	])('%s before anything is asked', async (_how, visit, count) => {
		const smile = await worlds.startSmile();
		const warnings: string[] = [];

		await probeSmile(smile, { only: [], visit, warn: (text) => warnings.push(text) });

		expect(warnings).toHaveLength(count);
		expect(warnings[0]).toMatch(/^SMILE_RECEIVER_URL does not seem to lead to port \d+/);
		expect(smile.journal.entries).toEqual([]);
	});

	it('is not told of where the address leads here, and the call counts as none of Smile', async () => {
		const smile = await worlds.startSmile();
		const warnings: string[] = [];
		const settings = await settingsAt(smile);
		const local = `http://127.0.0.1:${settings.receiverPort}`;

		const report = await probeSmile(smile, {
			only: ['deliveries.ping'],
			further: settings,
			visit: async (address) => await fetch(address.replace(settings.receiverUrl, local)),
			warn: (text) => warnings.push(text),
		});

		expect(warnings).toEqual([]);
		expect(seenOf(report, 'deliveries.ping')).toBe('No call came');
	});
});
