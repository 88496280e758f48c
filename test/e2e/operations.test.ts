import { createHash } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import { offered, type SmileOperation } from '../fixtures/operations';
import { binaryWorkflow } from '../support/n8n/binaryWorkflow';
import { actionNode, manualNode } from '../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';
import { sampleParameters } from '../support/operations/sampleParameters';
import { samplePayslip } from '../support/smile/ops/sampleFile';

const payslip = samplePayslip(200_000);
const byId = (id: string) => ({ __rl: true, mode: 'id', value: id });
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let world: N8nWorld;
let fileUrl: string;
beforeAll(async () => {
	world = await borrowN8nWorld();
	const { smile } = world;
	fileUrl = smile.files.shelf.put('/input/payslip.pdf', payslip, 'application/pdf');
});
afterAll(async () => await world?.close());

/** Lets Smile hold something of every kind that no operation has changed yet. */
function fill(): void {
	const { smile } = world;
	smile.data.people(2, { account: 'connected' });
	smile.data.verify(new Date());
	smile.data.requestRecord(new Date());
	smile.webhooks.add();
	smile.data.completeSession(smile.data.all('users')[0].id);
}

/** Runs the node once behind a node that has fetched a file into n8n's binary data. */
async function run(parameters: INodeParameters) {
	const { rest, credential } = world;
	const workflow = await rest.createWorkflow(binaryWorkflow({ parameters, credential, fileUrl }));
	const started = await rest.runManually(workflow.id, manualNode);
	if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
	const execution = await rest.finishedExecution(started.executionId);
	expect(execution.error?.message).toBeUndefined();
	return execution.items(actionNode);
}

/** The bytes behind a binary field, as n8n gives them to whoever opens it. */
async function bytesOf(binary: { id?: string } | undefined): Promise<Buffer> {
	const answer = await world.rest.download(String(binary?.id));
	return Buffer.from(answer);
}

function newest(kind: 'users' | 'accounts' | 'documents'): string {
	return String(world.smile.data.all(kind).at(-1)?.id);
}

async function prepare({ path, node }: SmileOperation): Promise<void> {
	const maker = offered.find(
		(one) => one.method === 'POST' && one.node?.split('/')[0] === node?.split('/')[0],
	);
	const isQuery = /^\/(alpha|beta)\//.test(path);
	if (!maker || !isQuery) return;
	await run(sampleParameters(world.smile, maker)[0]);
}

const rows = offered.map((one) => [one.operationId, one] as const);

describe('in a real n8n', () => {
	beforeEach(fill);

	it.each(rows)('%s is made', async (_id, operation) => {
		const { smile } = world;
		await prepare(operation);
		const form = new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
		smile.journal.clear();

		const items = await run(sampleParameters(smile, operation)[0]);

		expect(items.length).toBeGreaterThan(0);
		const made = smile.journal.entries.filter(
			({ method, path }) => method === operation.method && form.test(path),
		);
		expect(made.length).toBeGreaterThan(0);
		expect(made.filter(({ status }) => status === null || status >= 300)).toEqual([]);
	});

	it.each([
		['upload', { fileType: byId('PAYSLIP') }],
		['classify', {}],
	])('a file goes in by %s and comes out again, byte for byte', async (operation, fields) => {
		const files = { file: [{ binaryPropertyName: 'data' }] };
		const [uploaded] = await run({ resource: 'archive', operation, files, ...fields });
		const archive = String(uploaded.json.id);

		const [{ binary }] = await run({
			resource: 'archive',
			operation: 'get',
			archiveId: byId(archive),
			options: { downloadFiles: true },
		});

		expect(digest(await bytesOf(binary?.data))).toBe(digest(payslip));
	});

	it('the file of a document comes byte for byte', async () => {
		const { shelf } = world.smile.files;
		const url = shelf.invent('/documents/id.png', 3_000_000, 'image/png');
		const id = newest('documents');
		world.smile.data.change('documents', id, { fileUrl: url });

		const [{ binary }] = await run({
			resource: 'document',
			operation: 'get',
			documentId: byId(id),
			options: { downloadFiles: true },
		});

		expect(digest(await bytesOf(binary?.data))).toBe(digest(shelf.bytesOf(url)));
	});

	it('the export of an account comes byte for byte', async () => {
		const [{ json, binary }] = await run({
			resource: 'account',
			operation: 'export',
			accountId: byId(newest('accounts')),
		});

		const { shelf } = world.smile.files;
		expect(digest(await bytesOf(binary?.data))).toBe(
			digest(shelf.bytesOf(String(json.downloadUrl))),
		);
	});
});
