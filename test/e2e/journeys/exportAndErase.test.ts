/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks at the files that n8n wrote */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { IDataObject, INode } from 'n8n-workflow';

import exportAndErase from '../../../workflows/export-and-erase.json';
import {
	office,
	startJourneys,
	submit,
	webhookIdOf,
	type Journeys,
} from '../../support/journeys/journey';
import { rowsOf } from '../../support/journeys/tables';
import type { Workflow } from '../../support/n8n/types';
import { hasTables } from '../../support/n8n/version';

const table = 'Smile erasures';
const leftTable = 'Smile data left';
const yes = 'Yes, keep the files and erase the rest';
const old = { account: 'connected', archive: 'analyzed', invited: false } as const;

let journeys: Journeys;
let folder: string;
let workflow: Workflow;
beforeAll(async () => {
	if (!hasTables) return;
	journeys = await startJourneys();
	folder = journeys.files;
	workflow = await journeys.publish(exportAndErase, inFolder);
});
afterAll(async () => await journeys?.close());
beforeEach(() => journeys?.mail.mails.splice(0));
afterEach(() => journeys?.world.smile.faults.clear());

function inFolder({ parameters }: INode): void {
	if (typeof parameters.fileName !== 'string') return;
	parameters.fileName = parameters.fileName.replace('/home/node/.n8n-files', folder);
}

/** A night after somebody has chosen that data goes after 50 days. */
async function night() {
	const chosen = (node: INode) => {
		inFolder(node);
		if (node.name !== 'After How Many Days') return;
		const { assignments } = node.parameters.assignments as { assignments: object[] };
		Object.assign(assignments[0], { value: 50 });
	};
	return await journeys.run(await journeys.load(exportAndErase, chosen), 'Every Night');
}

let executions = 0;
async function erase(userId: string, sure = yes) {
	const url = journeys.url(`/form/${webhookIdOf(exportAndErase, 'Erase a Person')}`);
	expect((await submit(url, [userId, sure])).status).toBe(200);
	executions += 1;
	const all = await journeys.world.rest.waitForExecutions(workflow.id, executions, 60_000);
	return all[executions - 1];
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
/** Somebody's account, which Smile refreshes no more unless said otherwise, and upload, so many days old. */
function live(days: number, monitorStatus = 'CUSTOMER_DISABLED') {
	const life = journeys.world.smile.data.live(daysAgo(days), old);
	journeys.world.smile.data.change('accounts', life.accountId, { monitorStatus });
	return life;
}
const leftAt = async (sourceId?: string) =>
	(await rowsOf(journeys.world, leftTable)).filter((row) => row.sourceId === sourceId);
const statusOf = (accountId: string) =>
	journeys.world.smile.data.find('accounts', accountId)?.connectionStatus;
const stateOf = (archiveId?: string) =>
	(
		journeys.world.smile.data.find('archives', String(archiveId))?.state as
			| { status: string }
			| undefined
	)?.status;

(hasTables ? describe : describe.skip)('"export and erase"', () => {
	it('erases nothing at night before somebody has chosen when', async () => {
		const { accountId } = live(90);

		const { error } = await journeys.run(workflow, 'Every Night');
		executions += 1;

		expect(error?.message).toMatch(/^Nothing was erased/);
		expect(statusOf(accountId)).toBe('CONNECTED');
	});

	it('keeps what is old as files, revokes it, and leaves what is younger', async () => {
		const [gone, young] = [live(55), live(10)];

		const { error } = await night();

		expect(error).toBeUndefined();
		expect([statusOf(gone.accountId), stateOf(gone.archiveId)]).toEqual([
			'DISCONNECTED',
			'REVOKED',
		]);
		expect([statusOf(young.accountId), stateOf(young.archiveId)]).toEqual([
			'CONNECTED',
			'ANALYZED',
		]);
		const files = await readdir(folder);
		expect(files).toEqual(
			expect.arrayContaining([`${gone.accountId}.pdf`, `${gone.archiveId}.zip`]),
		);
		const rows = await rowsOf(journeys.world, table);
		expect(rows).toContainEqual(
			expect.objectContaining({ sourceId: gone.archiveId, userId: gone.userId, why: 'old' }),
		);
		expect(journeys.mail.mails).toEqual([]);
		expect(await rowsOf(journeys.world, leftTable)).toEqual([]);
		// What the form and the note say stays: the user itself.
		expect(journeys.world.smile.data.find('users', gone.userId)).toBeDefined();
	});

	it('leaves at night what Smile still refreshes or will not export, and tells it in one e-mail', async () => {
		const { smile } = journeys.world;
		const [active, asked, broken] = [
			live(55, 'ACTIVE'),
			live(55, 'USER_ACTION_REQUIRED'),
			live(55, 'UNSUPPORTED'),
		];
		const path = new RegExp(`${broken.accountId}/exports`);
		smile.faults.next({ kind: 'status', status: 400, path, times: Infinity });

		const nights = [await night(), await night()];

		expect(nights.map(({ error }) => error)).toEqual([undefined, undefined]);
		const states = [active, asked, broken].map(({ accountId }) => statusOf(accountId));
		expect([...new Set(states)]).toEqual(['CONNECTED']);
		expect(stateOf(active.archiveId)).toBe('REVOKED');
		expect(journeys.mail.mails.map(({ subject }) => subject)).toEqual(['Smile: 3 not erased']);
		const [{ text }] = journeys.mail.to(office);
		expect(text).toContain(
			`${active.accountId} of ${active.userId}: it is still refreshed by Smile (monitoring ACTIVE)`,
		);
		expect(text).toContain('(monitoring USER_ACTION_REQUIRED)');
		expect(text).toContain(`${broken.accountId} of ${broken.userId}: `);
		expect(text).not.toMatch(/undefined|no reason|\[object/);

		smile.faults.clear();
		smile.data.change('accounts', active.accountId, { monitorStatus: 'CUSTOMER_DISABLED' });
		await night();

		const erased = [active, broken].map(({ accountId }) => statusOf(accountId));
		expect([...new Set(erased)]).toEqual(['DISCONNECTED']);
		expect(journeys.mail.mails).toHaveLength(1);
		expect([await leftAt(active.accountId), await leftAt(broken.accountId)]).toEqual([[], []]);
		expect(await leftAt(asked.accountId)).toMatchObject([{ told: 'yes' }]);
		smile.data.change('accounts', asked.accountId, { connectionStatus: 'DISCONNECTED' });
	});

	it('tells again of what Smile will not export any more, and of what no mail server took at first', async () => {
		const { smile } = journeys.world;
		const { accountId } = live(55, 'ACTIVE');
		journeys.mail.refused.add(office);
		const untold = await night();
		journeys.mail.refused.clear();
		await night();
		smile.data.change('accounts', accountId, { monitorStatus: 'CUSTOMER_DISABLED' });
		const path = new RegExp(`${accountId}/exports`);
		smile.faults.next({ kind: 'status', status: 400, path, times: Infinity });

		await night();

		expect(untold.error).toBeDefined();
		expect(journeys.mail.mails.map(({ text }) => text)).toEqual([
			expect.stringContaining('it is still refreshed by Smile'),
			expect.not.stringContaining('it is still refreshed by Smile'),
		]);
		smile.data.change('accounts', accountId, { connectionStatus: 'DISCONNECTED' });
	});

	it('erases a person who asks for it, and nobody else', async () => {
		const [one, other] = [live(3, 'ACTIVE'), live(3)];

		const { error } = await erase(one.userId);

		expect(error).toBeUndefined();
		expect([statusOf(one.accountId), stateOf(one.archiveId)]).toEqual(['DISCONNECTED', 'REVOKED']);
		expect([statusOf(other.accountId), stateOf(other.archiveId)]).toEqual([
			'CONNECTED',
			'ANALYZED',
		]);
	});

	it('says so where there is nothing, and does nothing without a yes', async () => {
		const { userId, accountId } = live(3);

		const nobody = await erase('acme-nobody');
		const unsure = await erase(userId, 'No');
		const first = await erase(userId);
		const again = await erase(userId);

		expect(nobody.error?.message).toContain('Smile holds no account and no upload of the user');
		expect(unsure.items('Left As It Is')).toHaveLength(1);
		expect(first.error).toBeUndefined();
		expect(again.error?.message).toContain('or not any more');
		expect(statusOf(accountId)).toBe('DISCONNECTED');
	});

	it.each(['exported', 'downloaded', 'told apart', 'written'])(
		'leaves and tells what could not be %s',
		async (what) => {
			const { smile } = journeys.world;
			const { userId, accountId, archiveId } = live(3);
			const isUpload = ['downloaded', 'told apart'].includes(what);
			if (what === 'exported') {
				smile.faults.next({ kind: 'status', status: 400, path: /exports/, times: Infinity });
			} else if (what === 'downloaded') {
				smile.files.shelf.withdraw(String(archiveId));
			} else if (isUpload) {
				const [file] = smile.data.find('archives', String(archiveId))?.rawFiles as IDataObject[];
				smile.data.change('archives', String(archiveId), { rawFiles: [file, file] });
			} else await mkdir(join(folder, `${accountId}.pdf`));

			const { error } = await erase(userId);
			const again = await erase(userId);

			expect([error, again.error]).toEqual([undefined, undefined]);
			expect(isUpload ? stateOf(archiveId) : statusOf(accountId)).toBe(
				isUpload ? 'ANALYZED' : 'CONNECTED',
			);
			expect(isUpload ? statusOf(accountId) : stateOf(archiveId)).toBe(
				isUpload ? 'DISCONNECTED' : 'REVOKED',
			);
			const left = String(isUpload ? archiveId : accountId);
			const [{ text }] = journeys.mail.to(office);
			const mail = { subject: 'Smile: 1 not erased' };
			expect(journeys.mail.mails).toMatchObject([mail, mail]);
			expect(text).toContain(`${left} of ${userId}: `);
			expect(await leftAt(left)).toMatchObject([{ userId, told: 'yes' }]);
			expect(text).not.toMatch(/undefined|no reason|\[object/);
		},
	);

	it('goes on when Smile is busy in the middle', async () => {
		const { userId, accountId, archiveId } = live(3);
		journeys.world.smile.faults.next({ kind: 'status', status: 429, path: '/accounts', times: 3 });

		const { error } = await erase(userId);

		expect(error).toBeUndefined();
		expect([statusOf(accountId), stateOf(archiveId)]).toEqual(['DISCONNECTED', 'REVOKED']);
	});
});
