import { REMOVAL_DELAY_MS } from '../../../nodes/Smile/activation/removals';
import { address, setUp, settled } from '../../support/removals';

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

describe('the webhooks that can still be kept', () => {
	it('are those at the address whose removal has not begun, whosever they were', async () => {
		const { removals, schedule, pass } = setUp();
		schedule('t', 'w-1');
		await pass();
		schedule('t', 'w-2');
		schedule('other', 'w-3', 'w-4');

		expect(removals.waitingAt(address)).toEqual(['w-2', 'w-3', 'w-4']);
		expect(removals.waitingAt('https://n8n.example.test/b')).toEqual([]);
	});
});
