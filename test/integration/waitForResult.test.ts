import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('a query that waits for its result', () => {
	it('reads nothing else where its ID is a path, and keeps what Smile answered', async () => {
		const smile = await worlds.startSmile();
		const data = { id: '../../users/u-1', status: 'PROCESSING' };
		const body = { code: 'OK', message: '', requestId: '', data };
		smile.faults.next({ kind: 'otherEnvelope', method: 'POST', body });

		const [item] = await runAction({
			smile,
			parameters: {
				resource: 'blacklist',
				operation: 'check',
				mobileNumber: '+63 917 000 0000',
				consentedAt: '2026-01-05T08:00:00Z',
				consentedWith: 'Ticked "I agree"',
				simplify: false,
				options: { waitForResult: true },
			},
		});

		expect(item.json).toMatchObject(data);
		expect(smile.journal.entries.map(({ method }) => method)).toEqual(['POST']);
	});
});
