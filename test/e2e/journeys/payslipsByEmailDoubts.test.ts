import type { INode } from 'n8n-workflow';

import { office, startJourneys, type Journeys } from '../../support/journeys/journey';
import {
	goodScores,
	payslipFile,
	payslipTable,
	readsMailbox,
	senders,
	startPayslips,
	type Payslips,
} from '../../support/journeys/payslips';
import { age } from '../../support/journeys/tables';
import { changeRows } from '../../support/n8n/readyMade';
import { newEventId } from '../../support/smile/sentEvent';
import { eventually } from '../../support/waitFor';

const yes = 'Yes, and this is right';
const no = 'No, or nobody can read it';

let journeys: Journeys;
let payslips: Payslips;
let before: unknown;
beforeAll(async () => {
	if (!readsMailbox) return;
	journeys = await startJourneys();
	payslips = await startPayslips(journeys);
	before = await payslips.unnamed();
});
afterAll(async () => {
	await payslips?.close();
	await journeys?.close();
});
beforeEach(() => void journeys?.mail.mails.splice(0));
afterEach(async () => {
	if (!journeys) return;
	const { smile } = journeys.world;
	smile.faults.clear();
	Object.assign(smile.switches, { archiveEnd: 'ANALYZED' });
	const uploads = { classifiedAs: 'PAYSLIP', misread: {}, matchScores: goodScores };
	Object.assign(smile.data.uploads, uploads);
	expect(await payslips.unnamed()).toEqual(before);
});

/** Sends a payslip in which the name cannot be read, and waits until a person is asked. */
async function sendDoubtful(name: string, misread: object = { employeeName: null }) {
	Object.assign(journeys.world.smile.data.uploads, { misread });
	return await asked(name);
}

async function asked(name: string): Promise<string> {
	payslips.mailbox.receive(senders[0], [payslipFile(name)]);
	const row = await payslips.until(name, 'with a person');
	await eventually(() => journeys.mail.mails.length);
	return String(row.archiveId);
}

const readOf = async (id: string) =>
	(await payslips.outcome()).read.filter(({ archiveId }) => archiveId === id);
const analysisOf = (id: string) =>
	(journeys.world.smile.data.find('archives', id)?.extraction as { analysis: object }).analysis;
const results = () =>
	journeys.world.smile.journal.entries.filter(({ path }) => path.includes('sendManualResult'));

/** Runs a morning, a day after the file's row was last changed. */
async function morningAfter(name: string): Promise<void> {
	const row = await payslips.row(name);
	await age(journeys.world, payslipTable, ['file', String(row?.file)], 1);
	await journeys.run(payslips.workflow, 'Every Morning');
}

(readsMailbox ? describe : describe.skip)('"payslips by e-mail", in doubt', () => {
	it.each([
		['lacks a name', { misread: { employeeName: null } }, 'a name, a net amount'],
		['lacks a net amount', { misread: { netAmount: null } }, 'a name, a net amount'],
		['has a low score', { matchScores: {} }, 'match too little'],
		[
			'has no score',
			{ matchScores: { ...goodScores, employeeNameAndIdentificationNumberMatchScore: null } },
			'could not match',
		],
		['is another document', { classifiedAs: 'CLEARANCE_NBI' }, 'takes it for CLEARANCE_NBI'],
	])('asks a person about what %s, once', async (what, uploads, reason) => {
		const { smile } = journeys.world;
		Object.assign(smile.data.uploads, uploads);
		const archiveId = await asked(`${what}.pdf`);
		const event = { id: newEventId(), version: 1, createdAt: new Date().toISOString() };
		await smile.emit({ ...event, type: 'ARCHIVE_ANALYZED', data: { archiveId } });

		expect(await readOf(archiveId)).toEqual([]);

		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining(reason) },
		]);
	});

	it.each([
		['ERROR', 'A date cannot be read'],
		['UNSUPPORTED', 'could not read it (UNSUPPORTED)'],
	] as const)('asks a person where the archive ends as %s', async (archiveEnd, reason) => {
		Object.assign(journeys.world.smile.switches, { archiveEnd });

		const archiveId = await asked(`${archiveEnd}.pdf`);

		expect(await readOf(archiveId)).toEqual([]);
		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining(reason) },
		]);
	});

	it('asks a person where the archive was revoked in between', async () => {
		const path = /\/archives\/archive-/;
		journeys.world.smile.faults.next({ kind: 'status', status: 404, path, times: Infinity });

		const archiveId = await asked('revoked.pdf');

		expect(await readOf(archiveId)).toEqual([]);
		expect(journeys.mail.mails[0].text).toContain('did not give it out');
	});

	it('goes on with what the person gives, and sends it to Smile, also after n8n was killed', async () => {
		const archiveId = await sendDoubtful('nameless.pdf');
		// n8n waits some moments after the mail has gone; what it had not stored ends with it.
		await payslips.outcome();
		await journeys.world.restart('kill');
		await eventually(() => payslips.mailbox.isWatched());

		await payslips.answer(yes, 'Tala Reyes', '', '2026-03-05');
		await payslips.until('nameless.pdf', 'done');

		const right = { employeeName: 'Tala Reyes', payDate: '2026-03-05' };
		expect(await readOf(archiveId)).toMatchObject([{ ...right, checkedBy: 'a person' }]);
		expect(analysisOf(archiveId)).toMatchObject({ ...right, netAmount: expect.any(Number) });
		expect(journeys.mail.mails).toHaveLength(1);
	});

	it('asks again where the answer says too little', async () => {
		const archiveId = await sendDoubtful('thin.pdf', { employeeName: null, netAmount: null });

		await payslips.answer(yes, 'Tala Reyes', '', '');
		await eventually(() => journeys.mail.mails.length === 2);
		await payslips.answer(yes, 'Tala Reyes', '1234.5', '');
		await payslips.until('thin.pdf', 'done');

		expect(await readOf(archiveId)).toMatchObject([
			{ employeeName: 'Tala Reyes', netAmount: 1234.5 },
		]);
	});

	it('uses nothing of what the person takes for no payslip', async () => {
		const archiveId = await sendDoubtful('menu.pdf');
		const sent = results().length;

		await payslips.answer(no, '', '', '');
		await payslips.until('menu.pdf', 'no payslip');

		expect(await readOf(archiveId)).toEqual([]);
		expect(results()).toHaveLength(sent);
	});

	it('tells in the morning, once, of values that Smile refuses', async () => {
		const archiveId = await sendDoubtful('refused.pdf');
		const path = /sendManualResult/;
		journeys.world.smile.faults.next({ kind: 'status', status: 400, path });
		await payslips.answer(yes, 'Tala Reyes', '', '');
		await payslips.until('refused.pdf', 'not taken by Smile');
		journeys.mail.mails.splice(0);

		await morningAfter('refused.pdf');
		await morningAfter('refused.pdf');

		expect(await readOf(archiveId)).toEqual([]);
		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining('Smile refused them') },
		]);
	});

	it('looks again in the morning at what no event told of', async () => {
		payslips.mailbox.receive(senders[0], [payslipFile('untold.pdf')]);
		const { archiveId, file } = await payslips.until('untold.pdf', 'done');
		await changeRows(journeys.world, payslipTable, ['file', String(file)], { state: 'reading' });

		await morningAfter('untold.pdf');
		await payslips.until('untold.pdf', 'done');

		expect(await readOf(String(archiveId))).toHaveLength(2);
	});

	it('tells in one e-mail, once, of everything that n8n did not finish', async () => {
		for (const state of ['uploading', 'checking', 'with a person']) {
			payslips.mailbox.receive(senders[0], [payslipFile(`${state}.pdf`)]);
			const { file } = await payslips.until(`${state}.pdf`, 'done');
			await changeRows(journeys.world, payslipTable, ['file', String(file)], { state });
			await age(journeys.world, payslipTable, ['file', String(file)], 5);
		}

		await journeys.run(payslips.workflow, 'Every Morning');
		await journeys.run(payslips.workflow, 'Every Morning');

		expect(journeys.mail.mails).toHaveLength(1);
		for (const state of ['uploading', 'checking', 'with a person']) {
			expect(journeys.mail.mails[0].text).toContain(`${state}.pdf`);
			expect((await payslips.row(`${state}.pdf`))?.state).toBe('stuck');
		}
	});

	it('tells in the morning of an answer that never came', async () => {
		await payslips.publish(({ name, parameters }: INode) => {
			if (name !== 'Ask a Person') return;
			const values = { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' };
			Object.assign(parameters.options as object, { limitWaitTime: { values } });
		});
		const archiveId = await sendDoubtful('unanswered.pdf');
		await payslips.until('unanswered.pdf', 'not answered');
		journeys.mail.mails.splice(0);

		await morningAfter('unanswered.pdf');

		expect(await readOf(archiveId)).toEqual([]);
		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining('Nobody gave its right values') },
		]);
	});
});
