import type { IDataObject, INode } from 'n8n-workflow';

import payslipsByEmail from '../../../workflows/payslips-by-email.json';
import type { Workflow } from '../n8n/types';
import { isAtLeast } from '../n8n/version';
import { samplePayslip } from '../smile/ops/sampleFile';
import { eventually, waitFor } from '../waitFor';
import type { Journeys } from './journey';
import { leftAtSmile, tableNames } from './left';
import { startMailbox, type Mailbox } from './mailbox';
import { answerTo } from './question';
import { enter, rowsOf } from './tables';

/** Older ones read mailboxes with another library, which needs more of IMAP than the mailbox of the tests. */
export const readsMailbox = isAtLeast(2, 41);

export const payslipTable = 'Smile payslips';
/** Who may send, and somebody else who may. */
export const senders = ['tala@people.example', 'amihan@people.example'] as const;
export const payslipFile = (name: string, size = 3_000) => ({
	name,
	type: 'application/pdf',
	bytes: samplePayslip(size),
});

/** Scores of a payslip that is beyond doubt. */
export const goodScores = { employeeNameAndTaxNumberMatchScore: 96 };

/** n8n looks once a minute for executions whose time to wait is over. */
const waitTrackerMs = 100_000;

export interface Payslips {
	journeys: Journeys;
	mailbox: Mailbox;
	/** The one that is published now. */
	workflow: Workflow;
	/** Publishes it anew, with something else that a builder chooses. */
	publish(fill?: (node: INode) => void): Promise<void>;
	/** The row of the file of that name. */
	row(name: string): Promise<IDataObject | undefined>;
	/** The row, once it says so. */
	until(name: string, state: string): Promise<IDataObject>;
	/** Waits until nothing runs, and gives what has come to Your step here from the beginning on, and all errors. */
	outcome(): Promise<{ read: IDataObject[]; errors: string[] }>;
	/** Everything at Smile and in tables that the note does not name. */
	unnamed(): Promise<unknown>;
	/** Answers the newest e-mail that asks for an answer. */
	answer(...fields: string[]): Promise<void>;
	close(): Promise<void>;
}

/** "Payslips by e-mail", published, with a mailbox and two known senders. */
export async function startPayslips(journeys: Journeys): Promise<Payslips> {
	const mailbox = await startMailbox();
	const { world, mail } = journeys;
	const login = { user: 'payslips', password: 'dummy-password', host: '127.0.0.1' };
	await journeys.addCredential('imap', { ...login, port: mailbox.port, secure: false });
	Object.assign(world.smile.data.uploads.matchScores, goodScores);

	const payslips: Payslips = {
		journeys,
		mailbox,
		workflow: await journeys.publish(payslipsByEmail),
		async publish(fill) {
			await world.unpublish(payslips.workflow);
			payslips.workflow = await journeys.publish(payslipsByEmail, fill);
			await eventually(() => mailbox.isWatched());
		},
		row: async (name) =>
			(await rowsOf(world, payslipTable)).find(({ file }) => String(file).endsWith(`/${name}`)),
		until: async (name, state) =>
			await waitFor(
				async () => {
					const row = await payslips.row(name);
					return row?.state === state && row;
				},
				{ timeoutMs: waitTrackerMs, intervalMs: 50, describe: `${name} to be ${state}` },
			),
		async outcome() {
			const { rest } = world;
			const ids = await eventually(async () => {
				const all = await rest.listExecutions(payslips.workflow.id);
				const areOver = all.every(({ status }) => !['new', 'running'].includes(status));
				return areOver && all.map(({ id }) => id);
			});
			const all = await Promise.all(ids.map(async (id) => await rest.getExecution(id)));
			const read = all.flatMap(({ items }) => items('Your step here')).map(({ json }) => json);
			return { read, errors: all.flatMap(({ error }) => (error ? [String(error.message)] : [])) };
		},
		async unnamed() {
			const named = (await rowsOf(world, payslipTable)).filter(({ archiveId }) => archiveId);
			const { archives, ...rest } = leftAtSmile(world);
			return { ...rest, archives: archives - named.length, tables: await tableNames(world) };
		},
		async answer(...fields) {
			await answerTo(journeys, mail.mails.at(-1)?.text ?? '', ...fields);
		},
		close: async () => await mailbox.close(),
	};
	await eventually(() => mailbox.isWatched());
	await journeys.run(payslips.workflow, 'Every Morning');
	const plan = { account: 'connected', archive: 'none', invited: false } as const;
	const rows = senders.map((email) => {
		const { userId } = world.smile.data.live(new Date(), plan);
		return { email, userId };
	});
	await enter(world, 'Smile senders', rows);
	return payslips;
}
