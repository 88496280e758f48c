import { inviteEvents } from '../../../nodes/Smile/recover/sweepInvites';
import { pageReply, scriptedSmile } from '../../support/scriptedSmile';

describe('the log of an invite whose ID is a path to something else', () => {
	it('is not asked for, and named as not read', async () => {
		const smile = scriptedSmile(pageReply([{ id: '../users/u-1' }]), pageReply([]));

		const steps = [];
		for await (const step of inviteEvents(smile.client, { start: 0, end: 1 })) steps.push(step);

		expect(smile.calls()).toEqual(['GET /invites']);
		expect(steps.at(-1)).toMatchObject({
			source: 'logs of invites',
			sourceId: '../users/u-1',
			result: { ok: false, failure: { kind: 'unexpected' } },
		});
	});
});
