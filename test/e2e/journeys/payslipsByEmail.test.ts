import payslipsByEmail from '../../../workflows/payslips-by-email.json';
import { office, startJourneys, type Journeys } from '../../support/journeys/journey';
import { startMailbox, type Mailbox } from '../../support/journeys/mailbox';
import { age, enter, rowsOf } from '../../support/journeys/tables';
import type { Workflow } from '../../support/n8n/types';
import { isAtLeast } from '../../support/n8n/version';
import { samplePayslip } from '../../support/smile/ops/sampleFile';
import { newEventId } from '../../support/smile/sentEvent';
import { eventually } from '../../support/waitFor';

/** Older ones read mailboxes with another library, which needs more of IMAP than the mailbox of the tests. */
const readsMailbox = isAtLeast(2, 41);
const table = 'Smile payslips';
const sender = 'tala@people.example';
const file = (name: string, size = 3_000) => ({
	name,
	type: 'application/pdf',
	bytes: samplePayslip(size),
});

let journeys: Journeys;
let mailbox: Mailbox;
let workflow: Workflow;
beforeAll(async () => {
	if (!readsMailbox) return;
	mailbox = await startMailbox();
	journeys = await startJourneys();
	const login = { user: 'payslips', password: 'dummy-password', host: '127.0.0.1' };
	await journeys.addCredential('imap', { ...login, port: mailbox.port, secure: false });
	workflow = await journeys.publish(payslipsByEmail);
	await eventually(() => mailbox.isWatched());
	await journeys.run(workflow, 'Every Morning');
	const { userId } = journeys.world.smile.data.live(new Date(), { archive: 'none' });
	await enter(journeys.world, 'Smile senders', [{ email: sender, userId }]);
});
afterAll(async () => {
	await journeys?.close();
	await mailbox?.close();
});
let known = new Set<string>();
beforeEach(async () => {
	if (!journeys) return;
	journeys.mail.mails.splice(0);
	known = new Set((await executions()).map(({ id }) => id));
});
afterEach(() => {
	if (!journeys) return;
	journeys.world.smile.faults.clear();
	Object.assign(journeys.world.smile.switches, { archiveEnd: 'ANALYZED', processingReads: 0 });
});

const executions = async () => await journeys.world.rest.listExecutions(workflow.id);

/** The executions of a test, once there are so many and all have ended. */
async function ended(count: number) {
	const ids = await eventually(async () => {
		const mine = (await executions()).filter(({ id }) => !known.has(id));
		const areOver = mine.every(({ status }) => !['new', 'running', 'waiting'].includes(status));
		return mine.length >= count && areOver && mine.map(({ id }) => id).reverse();
	});
	return await Promise.all(ids.map(async (id) => await journeys.world.rest.finishedExecution(id)));
}

const archives = () => journeys.world.smile.data.all('archives');
const row = async (name: string) =>
	(await rowsOf(journeys.world, table)).find(({ file: one }) => String(one).endsWith(`/${name}`));
const telling = (text: string) => [{ to: office, text: expect.stringContaining(text) }];

(readsMailbox ? describe : describe.skip)('"payslips by e-mail"', () => {
	it('reads each file of a known sender once, also when Smile is faster than n8n', async () => {
		const slow = { kind: 'slow', ms: 3_000, path: /uploadRawFile/ } as const;
		journeys.world.smile.faults.next(slow);
		mailbox.receive(sender, [file('one.pdf'), file('two.pdf', 4_000)], '<first@people.example>');
		const first = await ended(3);
		mailbox.receive(sender.toUpperCase(), [file('one.pdf')], '<first@people.example>');
		const all = await ended(4);

		expect([...first, ...all].map(({ error }) => error?.message)).toEqual(Array(7).fill(undefined));
		expect(first.some(({ items }) => items('Wait a Little').length > 0)).toBe(true);
		expect(archives()).toHaveLength(2);
		const read = all.flatMap(({ items }) => items('Your step here')).map(({ json }) => json);
		expect(read.map(({ archiveId }) => archiveId).sort()).toEqual(
			archives()
				.map(({ id }) => id)
				.sort(),
		);
		expect([(await row('one.pdf'))?.state, (await row('two.pdf'))?.state]).toEqual([
			'read',
			'read',
		]);
		expect(journeys.mail.mails).toEqual([]);
	});

	it.each([
		['nobody known', 'stranger@people.example', [file('strange.pdf')], /not in Smile senders/],
		['a known sender without a file', sender, [], /has no attachment$/],
	])('uploads nothing of %s', async (_who, from, files, message) => {
		const before = archives().length;

		mailbox.receive(from, files);
		const [{ error }] = await ended(1);

		expect(error?.message).toMatch(message);
		expect(archives()).toHaveLength(before);
	});

	it('uploads no other kind of file, and tells of it', async () => {
		const before = archives().length;

		mailbox.receive(sender, [{ ...file('sheet.zip'), type: 'application/zip' }]);
		await ended(1);

		expect(archives()).toHaveLength(before);
		expect(journeys.mail.mails).toMatchObject(telling('is no PDF, PNG or JPEG'));
	});

	it('gives what Smile cannot read to a person, once', async () => {
		journeys.world.smile.switches.archiveEnd = 'ERROR';
		mailbox.receive(sender, [file('blurred.pdf')]);
		await ended(2);
		const { archiveId, userId } = (await row('blurred.pdf')) ?? {};
		const event = { version: 1, type: 'ARCHIVE_FAILED', createdAt: new Date().toISOString() };
		const data = { userId, archiveId, errorCode: 'X', errorMessage: 'Blurred' };
		await journeys.world.smile.emit({ ...event, id: newEventId(), data });

		const all = await ended(3);

		expect(all.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(journeys.mail.mails).toMatchObject(telling('A date cannot be read'));
	});

	it('gives a payslip that was revoked in between to a person', async () => {
		const path = /queryPrediction/;
		journeys.world.smile.faults.next({ kind: 'status', status: 404, path, times: Infinity });

		mailbox.receive(sender, [file('revoked.pdf')]);
		await ended(2);

		expect(journeys.mail.mails).toMatchObject(telling('is not to be used as it is: Could not'));
	});

	it('uploads no second time after a failure, and waits where Smile is busy', async () => {
		const path = /uploadRawFile/;
		const before = archives().length;
		journeys.world.smile.faults.next({ kind: 'status', status: 429, path });
		mailbox.receive(sender, [file('busy.pdf')]);
		await ended(2);
		journeys.world.smile.faults.next({ kind: 'status', status: 400, path });
		mailbox.receive(sender, [file('refused.pdf')], '<refused@people.example>');
		await ended(3);
		mailbox.receive(sender, [file('refused.pdf')], '<refused@people.example>');
		await ended(4);

		expect(archives()).toHaveLength(before + 1);
		expect((await row('refused.pdf'))?.state).toBe('failed');
		expect(journeys.mail.mails).toMatchObject(telling('was not uploaded'));
	});

	it('tells in the morning of a file that Smile says nothing of, once', async () => {
		journeys.world.smile.switches.archiveEnd = 'UNSUPPORTED';
		mailbox.receive(sender, [file('menu.pdf')]);
		await ended(1);
		const { archiveId } = (await row('menu.pdf')) ?? {};
		await age(journeys.world, table, ['archiveId', String(archiveId)], 1);

		await journeys.run(workflow, 'Every Morning');
		await journeys.run(workflow, 'Every Morning');

		expect(journeys.mail.mails).toMatchObject(telling(`look at the archive ${String(archiveId)}`));
	});
});
