import { startApplicants, type Applicants } from '../../support/journeys/applicants';
import { linkOn, tell, tellFailedTask } from '../../support/journeys/people';
import { hasTables } from '../../support/n8n/version';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';

let applicants: Applicants;
let smile: SimulatedSmile;
beforeAll(async () => {
	if (!hasTables) return;
	applicants = await startApplicants();
	({ smile } = applicants.journeys.world);
});
afterAll(async () => await applicants?.journeys.close());
beforeEach(() => applicants?.journeys.mail.mails.splice(0));
afterEach(() => smile?.faults.clear());

const mailsTo = (email: string) => applicants.journeys.mail.to(email);
const isBusy = { kind: 'status', status: 429, times: 2 } as const;
const isRefused = { kind: 'status', times: Infinity } as const;

/** The same person opens the link again and links one more account. */
async function linkAgain(email: string) {
	return linkOn(smile, await applicants.open(email));
}

(hasTables ? describe : describe.skip)(
	'"from an application to a decision" that goes wrong',
	() => {
		it('tells of an account that was not read once, and lets the person try again', async () => {
			const email = 'again@people.example';
			const failed = await applicants.link(email, {}, { account: 'failed' });
			await tell(smile, failed, 'ACCOUNT_FAILED');
			await tell(smile, failed, 'ACCOUNT_FAILED');
			await applicants.next(2);
			expect(applicants.told()).toEqual([expect.stringContaining('The password is not right')]);

			await tell(smile, await linkAgain(email), 'TASK_FINISHED');
			await applicants.next(1);

			expect(mailsTo(email)[1].text).toContain('was accepted');
			const left = { accounts: ['ERROR', 'DISCONNECTED'], archives: [], rows: [] };
			expect(await applicants.leftOf(failed.userId)).toEqual(left);
		});

		it('tells of a task that failed, by the account that stays, and decides on the next', async () => {
			const email = 'unread@people.example';
			const failed = await applicants.link(email);
			await tellFailedTask(smile, failed);
			const [{ error }] = await applicants.next(1);
			expect(error).toBeUndefined();
			expect(applicants.told()).toEqual([expect.stringContaining('PROVIDER_DOWN')]);
			expect(applicants.told()[0]).toContain(failed.accountId);

			await tell(smile, await linkAgain(email), 'TASK_FINISHED');
			await applicants.next(1);

			expect(mailsTo(email)).toHaveLength(2);
			const left = { accounts: ['CONNECTED', 'DISCONNECTED'], archives: [], rows: [] };
			expect(await applicants.leftOf(failed.userId)).toEqual(left);
		});

		it('leaves who uploads instead of linking to a person', async () => {
			const email = 'uploads@people.example';
			const plan = { account: 'failed', archive: 'analyzed' } as const;
			const life = await applicants.link(email, {}, plan);

			await tell(smile, life, 'TASK_FINISHED');
			const [{ error }] = await applicants.next(1);

			expect(error).toBeUndefined();
			expect(applicants.told()).toEqual([
				expect.stringContaining('The person uploaded files instead of linking an account'),
			]);
			expect(mailsTo(email)).toHaveLength(1);
			const left = { accounts: ['ERROR'], archives: ['ANALYZED'], rows: ['with a person'] };
			expect(await applicants.leftOf(life.userId)).toEqual(left);
		});

		it('tells of what was uploaded beside an account that was decided upon', async () => {
			const email = 'both@people.example';
			const life = await applicants.link(email, {}, { archive: 'analyzed' });

			await tell(smile, life, 'TASK_FINISHED');
			await applicants.next(2);

			expect(mailsTo(email)).toHaveLength(2);
			expect(applicants.told()).toEqual([expect.stringContaining(String(life.archiveId))]);
			const left = { accounts: ['DISCONNECTED'], archives: ['ANALYZED'], rows: [] };
			expect(await applicants.leftOf(life.userId)).toEqual(left);
		});

		it('tells of a second account, which is left at Smile', async () => {
			const email = 'second@people.example';
			const first = await applicants.link(email);
			const second = await linkAgain(email);

			await tell(smile, first, 'TASK_FINISHED');
			await applicants.next(1);
			await tell(smile, second, 'TASK_FINISHED');
			await tell(smile, first, 'TASK_FINISHED');
			await applicants.next(2);

			expect(mailsTo(email)).toHaveLength(2);
			expect(applicants.told()).toEqual([expect.stringContaining(second.accountId)]);
			const left = { accounts: ['DISCONNECTED', 'CONNECTED'], archives: [], rows: [] };
			expect(await applicants.leftOf(first.userId)).toEqual(left);
		});

		it('tells of a better account of somebody whose application is with a person', async () => {
			const email = 'better@people.example';
			const first = await applicants.link(email);
			smile.data.keep('incomes', ({ id }) => id === '');
			const better = await linkAgain(email);
			await tell(smile, first, 'TASK_FINISHED');
			await applicants.next(1);

			await tell(smile, better, 'TASK_FINISHED');
			await tell(smile, first, 'TASK_FINISHED');
			await applicants.next(2);

			expect(applicants.told()).toEqual([
				expect.stringContaining('Smile has no incomes'),
				expect.stringContaining(better.accountId),
			]);
			const left = { accounts: ['CONNECTED', 'CONNECTED'], archives: [], rows: ['with a person'] };
			expect(await applicants.leftOf(first.userId)).toEqual(left);
		});

		it('is silent on an event again where Smile does not know the account any more', async () => {
			const life = await applicants.link('forgotten@people.example');
			await tell(smile, life, 'TASK_FINISHED');
			await applicants.next(1);
			smile.data.revoke(life.accountId, { listed: false });

			await tell(smile, life, 'TASK_FINISHED');
			const [{ error }] = await applicants.next(1);

			expect(error).toBeUndefined();
			expect(applicants.told()).toEqual([]);
			expect((await applicants.leftOf(life.userId)).rows).toEqual([]);
		});

		it('is silent on people of other workflows', async () => {
			const plan = { account: 'connected', archive: 'analyzed', invited: false } as const;
			const { happened } = smile.data.live(new Date(), plan);

			for (const event of happened.filter(({ type }) => type === 'TASK_FINISHED')) {
				await smile.emit({ id: `et-other-${event.createdAt}`, version: 1, ...event });
			}
			const errors = (await applicants.next(2)).map(({ error }) => error);

			expect(errors).toEqual([undefined, undefined]);
			expect(applicants.journeys.mail.mails).toEqual([]);
		});

		it.each([
			['without incomes', 'Smile has no incomes'],
			['who revoked the account', 'Smile has no incomes'],
			['whose incomes cannot be read', 'Could not read the incomes'],
		])('leaves a person %s to a person', async (who, reason) => {
			const email = `${who.replaceAll(' ', '-')}@people.example`;
			const life = await applicants.link(email);
			if (who.includes('revoked')) smile.data.revoke(life.accountId);
			else if (who.includes('without')) smile.data.keep('incomes', ({ id }) => id === '');
			else smile.faults.next({ ...isRefused, status: 403, path: '/incomes' });

			await tell(smile, life, 'TASK_FINISHED');
			const [{ error }] = await applicants.next(1);

			expect(error).toBeUndefined();
			expect(mailsTo(email)).toHaveLength(1);
			expect(applicants.told()).toEqual([expect.stringContaining(reason)]);
			const accounts = [who.includes('revoked') ? 'DISCONNECTED' : 'CONNECTED'];
			const left = { accounts, archives: [], rows: ['with a person'] };
			expect(await applicants.leftOf(life.userId)).toEqual(left);
		});

		it('goes on when Smile is busy in the middle', async () => {
			const life = await applicants.link('busy@people.example');
			smile.faults.next({ ...isBusy, path: '/incomes' });
			smile.faults.next({ ...isBusy, path: `/accounts/${life.accountId}` });

			await tell(smile, life, 'TASK_FINISHED');
			const [{ error }] = await applicants.next(1);

			expect(error).toBeUndefined();
			const left = { accounts: ['DISCONNECTED'], archives: [], rows: [] };
			expect(await applicants.leftOf(life.userId)).toEqual(left);
		});

		it('keeps an account that could not be exported, and says so, in the morning too', async () => {
			const email = 'kept@people.example';
			const life = await applicants.link(email);
			smile.faults.next({ ...isRefused, status: 400, path: /exports/ });

			await tell(smile, life, 'TASK_FINISHED');
			const [{ error }] = await applicants.next(1);
			await applicants.morning(email, 1);

			expect(error?.message).toContain('was answered, but its account was not put away');
			expect(applicants.told()).toEqual([expect.stringContaining('its account was not put away')]);
			expect(mailsTo(email)).toHaveLength(2);
			const left = { accounts: ['CONNECTED'], archives: [], rows: ['stuck'] };
			expect(await applicants.leftOf(life.userId)).toEqual(left);
		});

		it('tells in one e-mail, once, of everything that got stuck while it was decided', async () => {
			const { mail } = applicants.journeys;
			const [one, other] = ['stuck-1@people.example', 'stuck-2@people.example'];
			const lives = [await applicants.link(one), await applicants.link(other)];
			mail.refused.add(one).add(other);
			for (const life of lives) await tell(smile, life, 'TASK_FINISHED');
			const failures = (await applicants.next(2)).map(({ error }) => error?.message);
			expect(failures).toEqual([expect.any(String), expect.any(String)]);

			await applicants.morning(one, 0);
			expect(applicants.told()).toEqual([]);
			await applicants.age(other, 1);
			await applicants.morning(one, 1);
			await applicants.morning(one, 1);

			expect(applicants.told()).toEqual([expect.stringContaining('not finished: 2')]);
			expect(applicants.told()[0].match(/whether an answer was sent is not certain/g)).toHaveLength(
				2,
			);
			expect([mailsTo(one).length, mailsTo(other).length]).toEqual([1, 1]);
			const left = { accounts: ['CONNECTED'], archives: [], rows: ['stuck'] };
			expect(await applicants.leftOf(lives[1].userId)).toEqual(left);
		});

		it('closes the link after 14 days, tells it once, and shows who came too late', async () => {
			const email = 'late@people.example';
			const life = await applicants.link(email);

			await applicants.morning(email, 15);
			await applicants.morning(email, 15);
			expect(applicants.told()).toEqual([expect.stringContaining('Its link is closed now')]);
			expect(await applicants.open(email)).toEqual({ status: 404, opened: [] });
			await tell(smile, life, 'TASK_FINISHED');
			const [{ error }] = await applicants.next(1);

			expect(error).toBeUndefined();
			expect(applicants.told()[1]).toContain('came after the link was closed');
			expect(mailsTo(email)).toHaveLength(1);
			const left = { accounts: ['CONNECTED'], archives: [], rows: ['too late'] };
			expect(await applicants.leftOf(life.userId)).toEqual(left);
		});
	},
);
