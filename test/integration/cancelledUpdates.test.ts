import { startCore } from '../support/contexts/core';
import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import type { JournalEntry } from '../support/smile/journal';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { fields, unlike } from '../support/webhookUpdateRuns';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());
/** Milliseconds; what asks first waits until n8n's libraries are there, on a busy machine too. */
const patienceMs = 30_000;
beforeAll(async () => void (await startCore()), patienceMs);

const atOne = async () => {
	const smile = await worlds.startSmile({ onePerAddress: true });
	return { smile, old: smile.webhooks.add(unlike) };
};

/** Stops an update at such a request, and gives the warnings of the log once it has ended. */
async function stoppedAt(
	smile: SimulatedSmile,
	fits: (entry: JournalEntry) => boolean,
	changes: object = { name: 'Renamed' },
): Promise<string[]> {
	const { lines, stop } = (await startCore()).capture();
	const [{ id }] = smile.webhooks.all;
	const cancelling = new AbortController();
	const run = runAction({
		smile,
		abortSignal: cancelling.signal,
		parameters: fields(id, changes),
	});
	const ended = Promise.allSettled([run]);
	await smile.journal.waitFor(fits, patienceMs);
	cancelling.abort();
	await ended;
	stop();
	return lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
}

const isPost = (count: number) => {
	let left = count;
	const counted = new Set<JournalEntry>();
	return (entry: JournalEntry) => {
		if (entry.method !== 'POST' || counted.has(entry)) return false;
		counted.add(entry);
		return (left -= 1) === 0;
	};
};

const slow = { kind: 'slow', ms: 300 } as const;

describe('an update that is cancelled where Smile allows one webhook for an address', () => {
	it('while the old one is deleted makes the new one all the same, and the log says so', async () => {
		const { smile, old } = await atOne();
		const path = `/webhooks/${old.id}`;
		smile.faults.next({ ...slow, method: 'DELETE', path });

		const warnings = await stoppedAt(
			smile,
			(entry) => entry.method === 'DELETE' && entry.path === path,
		);

		expect(smile.webhooks.all).toMatchObject([{ ...unlike, name: 'Renamed' }]);
		expect(warnings).toEqual([expect.stringContaining(old.id)]);
	});

	it('puts the old one back where Smile refuses the new one, and the log says so', async () => {
		const { smile, old } = await atOne();
		const path = `/webhooks/${old.id}`;
		smile.faults.next({ ...slow, method: 'DELETE', path });
		const changes = { events: ['ACCOUNT_PAUSED'] };

		const warnings = await stoppedAt(
			smile,
			(entry) => entry.method === 'DELETE' && entry.path === path,
			changes,
		);

		expect(smile.webhooks.all).toMatchObject([unlike]);
		const [{ id }] = smile.webhooks.all;
		expect(warnings).toEqual([expect.stringMatching(`${old.id}.*back as ${id}`)]);
	});

	it.each([
		['the try beside the old one', 2],
		['the try at an address that nobody has', 3],
	])('during %s leaves nothing but the old one', async (_what, count) => {
		const { smile, old } = await atOne();
		// The first of the three is the wanted one; also where the tried one is accepted it has to go.
		smile.webhooks.onePerAddress = count === 3;
		if (count === 2) smile.faults.next({ kind: 'status', status: 400, method: 'POST' });
		smile.faults.next({ ...slow, method: 'POST', skip: count === 3 ? 2 : 0 });

		const warnings = await stoppedAt(smile, isPost(count));

		expect(smile.webhooks.all).toEqual([old]);
		expect(warnings).toEqual([]);
	});

	it('before the deletion deletes nothing', async () => {
		const { smile, old } = await atOne();
		smile.faults.next({ ...slow, method: 'DELETE' });

		await stoppedAt(smile, ({ method }) => method === 'DELETE');

		expect(smile.webhooks.all).toEqual([old]);
	});
});
