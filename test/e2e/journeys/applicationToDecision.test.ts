/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks at the file that n8n wrote */
import { readdir } from 'node:fs/promises';

import { startApplicants, type Applicants } from '../../support/journeys/applicants';
import { linkOn, tell } from '../../support/journeys/people';
import { enter } from '../../support/journeys/tables';
import { hasTables } from '../../support/n8n/version';
import type { SmileRecord } from '../../support/smile/data/shelves';

let applicants: Applicants;
let users: () => SmileRecord[];
beforeAll(async () => {
	if (!hasTables) return;
	applicants = await startApplicants();
	users = () => applicants.journeys.world.smile.data.all('users');
});
afterAll(async () => await applicants?.journeys.close());
beforeEach(() => applicants?.journeys.mail.mails.splice(0));

(hasTables ? describe : describe.skip)('"from an application to a decision"', () => {
	it.each([
		['accepts who earns enough, deletes the row', '1000', 'was accepted', []],
		['refuses who does not, keeps the row', '90000', 'cannot accept', ['refused']],
	])('%s, keeps the file and revokes the account', async (_what, instalment, answer, rows) => {
		const { journeys, next, leftOf, told } = applicants;
		const email = `applicant-${instalment}@people.example`;
		const life = await applicants.link(email, { instalment });
		const files = (await readdir(journeys.files)).length;

		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		const [decided, again] = await next(2);

		expect([decided.error, again.error]).toEqual([undefined, undefined]);
		expect(journeys.mail.to(email)).toHaveLength(2);
		expect(journeys.mail.to(email)[1].text).toContain(answer);
		expect(await readdir(journeys.files)).toHaveLength(files + 1);
		expect(told()).toEqual([]);
		expect(await leftOf(life.userId)).toEqual({ accounts: ['DISCONNECTED'], archives: [], rows });
		const application = expect.stringMatching(/^A-\d+$/);
		expect(users().find(({ id }) => id === life.userId)?.externalMetadata).toEqual({ application });
	});

	it('gives each person the page of their own, and the answer', async () => {
		const { journeys, open, rowsFor } = applicants;
		const [one, other] = ['one@people.example', 'other@people.example'];
		await applicants.apply(one);
		await applicants.apply(other);

		const life = linkOn(journeys.world.smile, await open(other));
		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		await applicants.next(1);

		expect(journeys.mail.mails.map(({ to }) => to)).toEqual([one, other, other]);
		expect(await rowsFor(other)).toEqual([]);
		expect(await rowsFor(one)).toMatchObject([{ state: 'waiting', sentAt: expect.any(String) }]);
		expect(await applicants.leftOf(life.userId)).toMatchObject({ accounts: ['DISCONNECTED'] });
	});

	it('stops without consent, before anything is made', async () => {
		const before = users().length;
		const email = 'without@people.example';

		const [{ error }] = await applicants.apply(email, { consent: [] });

		expect(error?.message).toMatch(/^An application came without consent/);
		expect(users()).toHaveLength(before);
		expect(applicants.journeys.mail.mails).toEqual([]);
		expect(await applicants.rowsFor(email)).toEqual([]);
	});

	it('writes once to who applies twice', async () => {
		const before = users().length;
		await applicants.apply('twice@people.example');

		const [{ error }] = await applicants.apply('Twice@people.example');

		expect(error?.message).toContain('applied again');
		expect(applicants.journeys.mail.mails).toHaveLength(1);
		expect(await applicants.rowsFor('twice@people.example')).toHaveLength(1);
		expect(users()).toHaveLength(before + 1);
	});

	it('writes once to who clicks twice, with a link that works', async () => {
		const email = 'impatient@people.example';

		await applicants.apply(email, { times: 3 });

		expect(applicants.journeys.mail.to(email)).toHaveLength(1);
		const rows = await applicants.rowsFor(email);
		expect(rows).toMatchObject([{ state: 'waiting' }]);
		const { userId } = linkOn(applicants.journeys.world.smile, await applicants.open(email));
		expect(userId).toBe(rows[0].userId);
	});

	it('tells of an e-mail that is refused, and lets the person apply again', async () => {
		const { journeys, told, rowsFor } = applicants;
		const email = 'nobody@people.example';
		journeys.mail.refused.add(email);

		const [{ error }] = await applicants.apply(email);
		const [first] = await rowsFor(email);
		journeys.mail.refused.delete(email);
		await applicants.apply(email);

		expect(error).toBeUndefined();
		expect(told()).toEqual([expect.stringMatching(/was not taken: .*no such mailbox/s)]);
		expect(first).toMatchObject({ state: 'waiting, not sent' });
		expect(journeys.mail.to(email)).toHaveLength(1);
		expect((await rowsFor(email)).map(({ state }) => state)).toEqual([
			'waiting, not sent',
			'waiting',
		]);
	});

	it('takes the application of who got the link although the e-mail counted as refused', async () => {
		const { journeys, told, rowsFor } = applicants;
		const email = 'doubtful@people.example';
		journeys.mail.refused.add(email);
		await applicants.apply(email);
		journeys.mail.refused.delete(email);
		const [{ linkKey }] = await rowsFor(email);
		const path = `/webhook/smile-application?key=${String(linkKey)}`;

		const life = linkOn(journeys.world.smile, await applicants.openAt(path));
		await tell(journeys.world.smile, life, 'TASK_FINISHED');
		await applicants.next(1);

		expect(journeys.mail.to(email)).toMatchObject([{ text: expect.stringContaining('accepted') }]);
		expect(told()).toHaveLength(1);
		expect(await applicants.leftOf(life.userId)).toMatchObject({ rows: [] });
	});

	it('tells once, in the morning, of an e-mail in doubt, and lets the person apply again', async () => {
		const { journeys, told, rowsFor } = applicants;
		const { world, mail } = journeys;
		const { userId } = world.smile.data.live(new Date(), { account: 'connected' });
		const [email, linkKey] = ['interrupted@people.example', 'f'.repeat(32)];
		await applicants.apply('not-interrupted@people.example');
		mail.mails.splice(0);
		// What is there where n8n ended between keeping the row and sending the e-mail.
		const row = { application: 'A-0', userId, linkKey, email, state: 'waiting' };
		await enter(world, 'Smile applications', [row]);

		const [{ error }] = await applicants.apply(email);
		await applicants.morning(email, 0);
		expect([error?.message, told()]).toEqual([expect.stringContaining('not certain yet'), []]);
		await applicants.morning(email, 1);
		await applicants.morning(email, 1);
		const page = await applicants.openAt(`/webhook/smile-application?key=${linkKey}`);
		expect([page.status, mail.to(email)]).toEqual([200, []]);
		await applicants.apply(email);

		expect(told()).toEqual([expect.stringMatching(/: 1\nA-0 waits, but .* gone out or not/)]);
		expect(mail.to(email)).toHaveLength(1);
		const states = (await rowsFor(email)).map(({ state }) => state);
		expect(states).toEqual(['waiting, not certain', 'waiting']);
	});

	it('closes the page after 14 days, whether or not the morning came', async () => {
		const email = 'old@people.example';
		await applicants.apply(email);
		await applicants.age(email, 15);

		expect(await applicants.open(email)).toEqual({ status: 404, opened: [] });
	});

	it.each(['', '?key=', '?key=waiting', '?key[]=a&key[]=b'])(
		'shows no widget at an address that was not given out: %s',
		async (query) => {
			const page = await applicants.openAt(`/webhook/smile-application${query}`);

			expect(page).toEqual({ status: 404, opened: [] });
		},
	);
});
