import { REMOVAL_DELAY_MS, Removals } from '../../../nodes/Smile/activation/removals';
import { lapse } from '../../support/lapse';

const address = 'https://n8n.example.test/a';

/** A clock and what was removed. */
function setUp() {
	const ends: Array<() => void> = [];
	const waits: number[] = [];
	const removed: string[][] = [];
	const wait = async (milliseconds: number) => {
		waits.push(milliseconds);
		await new Promise<void>((resolve) => ends.push(resolve));
	};
	const removals = new Removals({ now: () => 0, wait });
	let held = Promise.resolve();
	const schedule = (trigger: string, ...ids: string[]) =>
		removals.schedule(trigger, {
			address,
			ids,
			state: {},
			remove: async (which) => {
				removed.push([...which]);
				await held;
			},
		});
	/** Removals take until the function that this gives is called. */
	const hold = () => {
		let end = () => {};
		held = new Promise((resolve) => (end = resolve));
		return end;
	};
	const pass = async () => {
		ends.splice(0).forEach((end) => end());
		await settled();
	};
	return { removals, removed, waits, schedule, pass, hold };
}

const settled = async () => await lapse(0);

describe('a scheduled removal', () => {
	it('is carried out after ten seconds', async () => {
		const { removals, removed, waits, schedule, pass } = setUp();

		schedule('t', 'w-1', 'w-2');
		expect([REMOVAL_DELAY_MS, waits, removed]).toEqual([10_000, [10_000], []]);
		expect(removals.of('t')).toMatchObject([{ hasBegun: false }]);

		await pass();
		expect(removed).toEqual([['w-1', 'w-2']]);
		expect(removals.of('t')).toMatchObject([{ hasBegun: true }]);
	});

	it('is called off by whoever takes it over, and by nobody else', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1');
		schedule('other', 'w-2');

		expect(removals.takeOver('t')).toHaveLength(1);
		expect(removals.takeOver('t')).toHaveLength(0);
		await pass();

		expect(removed).toEqual([['w-2']]);
	});

	it('waits for the registrations under way, however many follow each other', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1');
		removals.beginRegistration({ id: 't', address: '' });
		removals.beginRegistration({ id: 't', address: '' });
		await pass();
		expect(removed).toEqual([]);

		removals.endRegistration('t');
		removals.beginRegistration({ id: 't', address: '' });
		await settled();
		expect(removed).toEqual([]);

		removals.endRegistration('t');
		await settled();
		expect(removed).toEqual([['w-1']]);
	});

	it('goes on after checkExists() and create() of one registration', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1');
		removals.beginRegistration({ id: 't', address: '' });
		await pass();

		removals.beginRegistration({ id: 't', address: '' });
		removals.endRegistration('t');
		await settled();

		expect(removed).toEqual([['w-1']]);
	});

	it('does not wait for the registration of another trigger', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1');
		removals.beginRegistration({ id: 'other', address: '' });
		removals.endRegistration('never begun');

		await pass();

		expect(removed).toEqual([['w-1']]);
	});

	it('waits for the registration of any trigger at its address', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1');
		removals.beginRegistration({ id: 'elsewhere', address: '' });
		removals.beginRegistration({ id: 'copy', address });
		await pass();
		expect(removed).toEqual([]);

		removals.endRegistration('copy');
		await settled();
		expect(removed).toEqual([['w-1']]);
	});

	it('follows the one before it of the same trigger', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1');
		schedule('t', 'w-2');

		expect(removals.of('t').map(({ removal }) => removal.ids)).toEqual([['w-1'], ['w-2']]);
		await pass();

		expect(removed).toEqual([['w-1'], ['w-2']]);
	});

	it('keeps what could delete, and the key with it, no longer than it needs that', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1');
		await pass();

		const [{ removal }] = removals.of('t');
		await removal.remove(['w-1']);

		expect(removal).toMatchObject({ address, ids: ['w-1'], state: {} });
		expect(removed).toEqual([['w-1']]);
	});
});

describe('a webhook that a trigger has taken over', () => {
	it('is left out of every removal that has not begun, and no other webhook is', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1', 'w-2');
		schedule('other', 'w-3', 'w-2');

		removals.spare('w-2');
		await pass();

		expect(removed).toEqual([['w-1'], ['w-3']]);
	});

	it('cannot be kept once its removal has begun', async () => {
		const { removals, schedule, pass } = setUp();
		schedule('t', 'w-1', 'w-2');
		await pass();

		removals.spare('w-2');

		expect(removals.goingAt(address)).toEqual(['w-1', 'w-2']);
	});
});

describe('a removal that a registration has taken over', () => {
	/** What is going while it is carried out, and a way to end that. */
	function carriedOut(outcome: 'done' | 'failed') {
		const { removals, schedule } = setUp();
		let end = () => {};
		const remove = async () =>
			await new Promise<void>((resolve, reject) => {
				end = outcome === 'done' ? resolve : () => reject(new Error('dummy'));
			});
		schedule('t', 'w-0', 'w-1');
		const [{ removal }] = removals.takeOver('t');
		const ended = removals.carryOut({ ...removal, remove }, ['w-1']).catch(() => 'failed');
		return { removals, end: () => end(), ended };
	}

	it.each(['done', 'failed'] as const)(
		'has the webhooks that are deleted going until that is %s',
		async (outcome) => {
			const { removals, end, ended } = carriedOut(outcome);
			expect(removals.goingAt(address)).toEqual(['w-1']);
			expect(removals.goingAt('https://n8n.example.test/b')).toEqual([]);

			end();
			await ended;

			expect(removals.goingAt(address)).toEqual([]);
		},
	);

	it('has them going for a registration that may have read the list before they were gone', async () => {
		const { removals, end, ended } = carriedOut('done');
		removals.beginRegistration({ id: 't', address });

		end();
		await settled();
		expect(removals.goingAt(address)).toEqual(['w-1']);

		removals.endRegistration('t');
		await ended;
		expect(removals.goingAt(address)).toEqual([]);
	});

	it('has them going although it had begun before', async () => {
		const { removals, schedule, pass, hold } = setUp();
		const end = hold();
		schedule('t', 'w-1');
		await pass();
		removals.takeOver('t');
		expect(removals.goingAt(address)).toEqual(['w-1']);

		end();
		await settled();

		expect(removals.goingAt(address)).toEqual([]);
	});
});

describe('the webhooks that are going', () => {
	it('are those at the address whose removal has begun, whosever they were', async () => {
		const { removals, schedule, pass } = setUp();
		schedule('t', 'w-1');
		schedule('other', 'w-2', 'w-3');
		expect(removals.goingAt(address)).toEqual([]);

		await pass();
		schedule('third', 'w-4');

		expect(removals.goingAt(address)).toEqual(['w-1', 'w-2', 'w-3']);
		expect(removals.goingAt('https://n8n.example.test/b')).toEqual([]);
	});
});
