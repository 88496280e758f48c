import { office, startJourneys, type Journeys } from '../../support/journeys/journey';
import {
	payslipFile as file,
	payslipTable,
	readsMailbox,
	senders,
	startPayslips,
	type Payslips,
} from '../../support/journeys/payslips';
import { age } from '../../support/journeys/tables';
import { eventually } from '../../support/waitFor';

const [sender, other] = senders;

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
	journeys.world.smile.faults.clear();
	expect(await payslips.unnamed()).toEqual(before);
});

const archives = () => journeys.world.smile.data.all('archives');
const mails = async () =>
	await eventually(() => journeys.mail.mails.length > 0 && journeys.mail.mails);
/** How many times a message was found again that had been read before. */
async function foundAgain(): Promise<number> {
	const { rest } = journeys.world;
	const all = await rest.listExecutions(payslips.workflow.id);
	const whole = await Promise.all(all.map(async ({ id }) => await rest.getExecution(id)));
	return whole.filter(({ items }) => items('Read Before').length > 0).length;
}

(readsMailbox ? describe : describe.skip)('"payslips by e-mail"', () => {
	it('reads each attachment of an e-mail once, also when its event comes before a slow answer', async () => {
		const slow = { kind: 'slow', ms: 3_000, path: /classify/ } as const;
		journeys.world.smile.faults.next(slow);
		payslips.mailbox.receive(sender, [file('one.pdf'), file('two.pdf')], '<first@people.example>');
		await payslips.until('one.pdf', 'done');
		await payslips.until('two.pdf', 'done');
		payslips.mailbox.receive(
			sender.toUpperCase(),
			[file('one.pdf'), file('two.pdf')],
			'<first@people.example>',
		);
		await eventually(async () => (await foundAgain()) === 1);

		const { read, errors } = await payslips.outcome();

		expect(errors).toEqual([]);
		expect(read.map(({ archiveId }) => archiveId).sort()).toEqual(
			archives()
				.map(({ id }) => id)
				.sort(),
		);
		expect(read[0]).toMatchObject({ sender, checkedBy: 'Smile', netAmount: expect.any(Number) });
		expect(journeys.mail.mails).toEqual([]);
	});

	it('tells files of one name apart, and e-mails of one id from two senders', async () => {
		const id = '<twin@people.example>';
		const known = archives().length;
		payslips.mailbox.receive(sender, [file('twin.pdf'), file('twin.pdf', 4_000)], id);
		await eventually(() => archives().length === known + 2);
		payslips.mailbox.receive(other, [file('twin.pdf')], id);
		await eventually(() => archives().length === known + 3);
		const mine = archives()
			.slice(known)
			.map(({ id: archiveId }) => archiveId);

		const read = await eventually(async () => {
			const all = (await payslips.outcome()).read.filter(({ file: name }) =>
				String(name).endsWith('/twin.pdf'),
			);
			return all.length >= 3 && all;
		});

		expect(read.map(({ archiveId }) => archiveId).sort()).toEqual(mine.sort());
		expect(read.filter(({ sender: from }) => from === other)).toHaveLength(1);
	});

	it('tells of e-mails of nobody known and without a file, and reads what comes with them', async () => {
		const known = archives().length;
		const { mailbox } = payslips;
		mailbox.receive('stranger@people.example', [file('strange.pdf')], '<s1@people.example>', false);
		mailbox.receive('another@people.example', [], '<s2@people.example>', false);
		mailbox.receive(sender, [], '<s3@people.example>', false);
		mailbox.receive(sender, [file('beside.pdf')]);
		await payslips.until('beside.pdf', 'done');

		await eventually(() => journeys.mail.mails.length >= 2);

		expect(journeys.mail.mails.map(({ to }) => to)).toEqual([office, office]);
		const texts = journeys.mail.mails.map(({ text }) => text).join('\n');
		for (const named of ['stranger@people.example', 'another@people.example', '<s3@people']) {
			expect(texts).toContain(named);
		}
		expect(archives()).toHaveLength(known + 1);
		expect((await payslips.outcome()).errors).toEqual([]);
	});

	it('uploads no other kind of file, and tells of it', async () => {
		const known = archives().length;

		payslips.mailbox.receive(sender, [{ ...file('sheet.zip'), type: 'application/zip' }]);

		expect(await mails()).toMatchObject([
			{ to: office, text: expect.stringContaining('is no PDF, PNG or JPEG') },
		]);
		expect(archives()).toHaveLength(known);
	});

	it('uploads no second time what Smile refused, and waits where it is busy', async () => {
		const path = /classify/;
		const known = archives().length;
		journeys.world.smile.faults.next({ kind: 'status', status: 429, path });
		payslips.mailbox.receive(sender, [file('busy.pdf')]);
		await payslips.until('busy.pdf', 'done');
		journeys.world.smile.faults.next({ kind: 'status', status: 400, path });
		payslips.mailbox.receive(sender, [file('refused.pdf')], '<refused@people.example>');
		await payslips.until('refused.pdf', 'failed');
		const again = (await foundAgain()) + 1;
		payslips.mailbox.receive(sender, [file('refused.pdf')], '<refused@people.example>');
		await eventually(async () => (await foundAgain()) === again);

		expect(archives()).toHaveLength(known + 1);
		expect(await mails()).toMatchObject([
			{ to: office, text: expect.stringContaining('was not uploaded') },
		]);
	});

	it('tells in the morning, once, of what Smile refused while no mail could be sent', async () => {
		journeys.world.smile.faults.next({ kind: 'status', status: 400, path: /classify/ });
		journeys.mail.refused.add(office);
		payslips.mailbox.receive(sender, [file('silent.pdf')]);
		const row = await payslips.until('silent.pdf', 'uploading');
		await eventually(async () => (await payslips.outcome()).errors.length > 0);
		journeys.mail.refused.clear();
		await age(journeys.world, payslipTable, ['file', String(row.file)], 1);

		await journeys.run(payslips.workflow, 'Every Morning');
		await journeys.run(payslips.workflow, 'Every Morning');

		expect(journeys.mail.mails).toMatchObject([
			{ to: office, text: expect.stringContaining('silent.pdf') },
		]);
	});
});
