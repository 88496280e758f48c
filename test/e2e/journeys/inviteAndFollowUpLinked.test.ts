import { office } from '../../support/journeys/journey';
import { startInviteList, type InviteList } from '../../support/journeys/inviteList';
import type { Execution } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';

let invites: InviteList;
beforeAll(async () => {
	if (hasTables) invites = await startInviteList();
});
afterAll(async () => await invites?.journeys.close());
beforeEach(() => invites?.journeys.mail.mails.splice(0));
afterEach(async () => {
	invites?.journeys.world.smile.faults.clear();
	expect((await invites?.unnamed()) ?? []).toEqual([]);
});

const told = () => invites.journeys.mail.to(office).map(({ text }) => text);
/** Who has reached the builder's step. */
const gone = (...executions: Execution[]) =>
	executions.flatMap(({ items }) => items('Your step here')).map(({ json }) => json.fullName);

/** A row whose invite Smile made without the answer arriving; returns the invite's id. */
async function lost(fullName: string): Promise<string> {
	const { faults, data } = invites.journeys.world.smile;
	faults.next({ kind: 'answerLost', path: '/invites', method: 'POST' });
	faults.next({ kind: 'status', status: 400, path: '/invites', method: 'GET' });
	await invites.list(fullName);
	await invites.morning();
	faults.clear();
	invites.journeys.mail.mails.splice(0);
	expect(await invites.rowOf(fullName)).toMatchObject({ state: 'failed', inviteId: null });
	return String(data.all('invites').find((invite) => invite.fullName === fullName)?.id);
}

(hasTables ? describe : describe.skip)('"invite and follow up", once somebody has linked', () => {
	it('goes on once, however often Smile says so, and not again in the morning', async () => {
		const inviteId = await invites.invited('Aurora', 4);
		invites.journeys.world.smile.data.followInvite(inviteId, 'LINKED');

		const executions = await invites.tellOfLink(inviteId, 2);
		const morning = await invites.morning();

		expect(gone(...executions, morning)).toEqual(['Aurora']);
		expect((await invites.rowOf('Aurora')).state).toBe('linked');
		expect(invites.journeys.mail.mails).toEqual([]);
	});

	it('goes on in the morning where no event has come, and not again when it comes', async () => {
		const inviteId = await invites.invited('Guntur', 4);
		const later = new Date(Date.now() + 1_000);
		invites.journeys.world.smile.data.followInvite(inviteId, 'LINKED', later);

		const mornings = [await invites.morning(), await invites.morning()];
		const executions = await invites.tellOfLink(inviteId);

		expect(mornings.map((one) => gone(one))).toEqual([['Guntur'], []]);
		expect(gone(...executions)).toEqual([]);
		expect((await invites.rowOf('Guntur')).state).toBe('linked');
		expect(invites.journeys.mail.mails).toEqual([]);
	});

	it('goes on where the answer to the invite was lost, or has not been noted yet', async () => {
		const inviteId = await lost('Marikit');

		const executions = await invites.tellOfLink(inviteId, 2);

		expect(gone(...executions)).toEqual(['Marikit']);
		expect(await invites.rowOf('Marikit')).toMatchObject({ state: 'linked', inviteId });
		expect(told()).toEqual([]);
	});

	it('takes nobody for somebody whose invite got no answer and whose address ends like theirs', async () => {
		await lost('Joann');
		const inviteId = await invites.invited('Ann', 4);

		const executions = await invites.tellOfLink(inviteId, 2);

		expect(gone(...executions)).toEqual(['Ann']);
		expect(await invites.rowOf('Joann')).toMatchObject({ state: 'failed', inviteId: null });
	});

	it('tells of a link whose invite Smile refuses to give', async () => {
		const inviteId = await lost('Hiraya');
		const path = `/invites/${inviteId}`;
		invites.journeys.world.smile.faults.next({ kind: 'status', status: 400, path });

		const executions = await invites.tellOfLink(inviteId);

		expect(gone(...executions)).toEqual([]);
		expect(told()).toEqual([expect.stringContaining(inviteId)]);
		expect((await invites.rowOf('Hiraya')).state).toBe('failed');
	});
});
