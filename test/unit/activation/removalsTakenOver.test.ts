import { address, setUp, settled } from '../../support/removals';

describe('a removal that a registration has taken over', () => {
	/** What is going while it is carried out, and a way to end that. */
	async function carriedOut(outcome: 'done' | 'failed') {
		const { removals, schedule } = setUp();
		let end = () => {};
		const remove = async () =>
			await new Promise<void>((resolve, reject) => {
				end = outcome === 'done' ? resolve : () => reject(new Error('dummy'));
			});
		schedule('t', 'w-0', 'w-1');
		const [{ removal }] = removals.takeOver('t');
		const ended = removals.carryOut({ ...removal, remove }, ['w-1']).catch(() => 'failed');
		await settled();
		return { removals, end: () => end(), ended };
	}

	it.each(['done', 'failed'] as const)(
		'has the webhooks that are deleted going until that is %s',
		async (outcome) => {
			const { removals, end, ended } = await carriedOut(outcome);
			expect(removals.goingAt(address)).toEqual(['w-1']);
			expect(removals.goingAt('https://n8n.example.test/b')).toEqual([]);

			end();
			await ended;

			expect(removals.goingAt(address)).toEqual([]);
		},
	);

	it('has them going for a registration that may have read the list before they were gone', async () => {
		const { removals, end, ended } = await carriedOut('done');
		removals.beginRegistration({ id: 't', address });

		end();
		await settled();
		expect(removals.goingAt(address)).toEqual(['w-1']);

		removals.endRegistration('t');
		await ended;
		expect(removals.goingAt(address)).toEqual([]);
	});

	it('waits for the registrations at its address, and leaves out what one of them has kept', async () => {
		const { removals, removed, schedule, hold } = setUp();
		const end = hold();
		schedule('moved', 'w-1', 'w-2');
		removals.beginRegistration({ id: 'copy', address });
		const [{ removal }] = removals.takeOver('moved');
		const ended = removals.carryOut(removal, removal.ids);
		await settled();
		expect([removed, removals.goingAt(address)]).toEqual([[], ['w-1', 'w-2']]);

		removals.spare('w-2');
		removals.endRegistration('copy');
		await settled();
		expect(removed).toEqual([['w-1']]);
		removals.spare('w-1');
		expect(removals.goingAt(address)).toEqual(['w-1']);

		end();
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
