import { REMOVAL_DELAY_MS, Removals } from '../../../nodes/Smile/activation/removals';
import { lapse } from '../../support/lapse';

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
	const schedule = (trigger: string, ...ids: string[]) =>
		removals.schedule(trigger, {
			address: 'https://n8n.example.test/a',
			ids,
			state: {},
			remove: async (which) => void removed.push([...which]),
		});
	const pass = async () => {
		ends.splice(0).forEach((end) => end());
		await settled();
	};
	return { removals, removed, waits, schedule, pass };
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

	it('does not wait for the registration of another trigger', async () => {
		const { removals, removed, schedule, pass } = setUp();
		schedule('t', 'w-1');
		removals.beginRegistration({ id: 'other', address: '' });
		removals.endRegistration('never begun');

		await pass();

		expect(removed).toEqual([['w-1']]);
	});
});
