import { isFullRun } from '../../support/fullRun';
import { lapse } from '../../support/lapse';
import { accountFor, nothingLostNothingTwice } from '../../support/n8n/account';
import { lockDatabase, storedExecutions, type StoredExecution } from '../../support/n8n/database';
import { canMount, mountSmallDisk } from '../../support/n8n/smallDisk';
import { isAtLeast } from '../../support/n8n/version';
import { borrowN8nWorld, startN8nWorld, type N8nWorld } from '../../support/n8n/world';
import type { SentEvent } from '../../support/smile/sentEvent';
import { streamWhile } from '../../support/smile/streamWhile';

/** Milliseconds before Smile's second and third try, a tenth of the shortest that Smile is known for. */
const retryPauses = [6_000, 12_000];
/** How long the fault lasts: a refused first try, and n8n refuses after a second at the earliest. */
const faultMs = 6_000;

/** Events before, during and after a fault of n8n's storage; a refused delivery proves the fault. */
async function streamThrough(
	{ smile }: N8nWorld,
	fault: { begin(): Promise<void> | void; end(): Promise<void> | void },
): Promise<SentEvent[]> {
	const work = async () => {
		await fault.begin();
		await lapse(faultMs);
		await fault.end();
	};
	const options = { everyMs: 100, atOnce: 20, retryPauses };
	return (await streamWhile(smile, work, options)).sent;
}

/**
 * Executions that have begun. n8n 2.41 stores one as new and then marks it as running; where only the
 * first write worked it answers 500, and the new one waits for n8n's next start.
 */
function begun({ n8n }: N8nWorld, workflowId: string): StoredExecution[] {
	return storedExecutions(n8n.userFolder, workflowId).filter(({ status }) => status !== 'new');
}

/** n8n 1 answers before it stores an execution, so Smile is told of a success that did not last. */
const describeWhereStored = isAtLeast(2, 0) ? describe : describe.skip;

describeWhereStored('a database that is locked by another program', () => {
	let world: N8nWorld;
	beforeAll(async () => {
		world = await borrowN8nWorld();
	});
	afterAll(async () => await world?.close());

	it('makes Smile send again and loses nothing, and repeats only what n8n had refused', async () => {
		const { id } = await world.publish({ events: ['ALL_EVENTS'] });
		let lock: { release(): void };

		const sent = await streamThrough(world, {
			begin: () => void (lock = lockDatabase(world.n8n.userFolder)),
			end: () => lock.release(),
		});

		const { twice, ...rest } = accountFor(sent, begun(world, id));
		const refused = sent.filter(({ tries }) => tries.length > 1).map((event) => event.id);
		expect(rest).toEqual({ undelivered: [], lost: [] });
		expect(refused).not.toEqual([]);
		// n8n may have begun what it then refused, when the lock came between two of its writes.
		expect(refused).toEqual(expect.arrayContaining(twice));
	});
});

const describeWithDisk = isFullRun && canMount() ? describe : describe.skip;

describeWithDisk('a disk that is full', () => {
	it('makes Smile send again, until each event has one execution', async () => {
		const disk = await mountSmallDisk(100);
		const world = await startN8nWorld({ userFolder: disk.folder });
		try {
			const { id } = await world.publish({ events: ['ALL_EVENTS'] });

			const sent = await streamThrough(world, { begin: disk.fill, end: disk.free });

			expect(sent.filter(({ tries }) => tries[0] === 500).length).toBeGreaterThan(0);
			expect(accountFor(sent, begun(world, id))).toEqual(nothingLostNothingTwice);
		} finally {
			await world.n8n.stop();
			await world.smile.close();
			await disk.remove();
		}
	});
});
