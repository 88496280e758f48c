import type { INodeParameters } from 'n8n-workflow';

import { offered, type SmileOperation } from '../fixtures/operations';
import { runAction } from '../support/contexts/runAction';
import { filledSmile, prepare, withFile } from '../support/operations/filledSmile';
import { quickPauses } from '../support/quickPauses';
import type { Fault } from '../support/smile/faults';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** What an item gets that fails while the workflow continues. */
async function failedItem(smile: SimulatedSmile, parameters: INodeParameters) {
	const [{ json }] = await runAction({
		smile,
		parameters,
		items: [withFile],
		continueOnFail: true,
	});
	expect(json.error).toBeDefined();
	return json;
}

/** Things that are deleted for good; the id is that of nothing at Smile. */
const removals: INodeParameters[] = [
	{ resource: 'account', operation: 'revoke', accountId: byId('a-unknown') },
	{ resource: 'archive', operation: 'revoke', archiveId: byId('archive-unknown') },
	{ resource: 'consentTemplate', operation: 'delete', consentTemplateId: byId('ct-unknown') },
	{ resource: 'inviteTemplate', operation: 'delete', inviteTemplateId: byId('ivt-unknown') },
	{ resource: 'webhook', operation: 'delete', webhookId: byId('w-unknown') },
];

describe.each(removals)('$resource > $operation', (parameters) => {
	it('does not pass for done where Smile was busy at first and then knows nothing of it', async () => {
		const smile = await filledSmile(worlds);
		smile.faults.next({ kind: 'status', status: 429, method: 'DELETE' });

		const { error, mayHaveHappened } = await failedItem(smile, parameters);

		expect(error).toContain('Smile knows no');
		expect(mayHaveHappened).toBeUndefined();
	});

	it.each<[string, Fault[]]>([
		['no answer comes', [{ kind: 'cut', method: 'DELETE', times: 5 }]],
		['something in between answers', [{ kind: 'html', status: 200, method: 'DELETE' }]],
		['it succeeds with the code of an error', [succeedingWith('SERVER_ERROR', 'DELETE')]],
		[
			'the key is refused after a lost answer',
			[
				{ kind: 'cut', method: 'DELETE' },
				{ kind: 'status', status: 401, method: 'DELETE' },
			],
		],
	])('says that Smile may have done it where %s', async (_how, faults) => {
		const smile = await filledSmile(worlds);
		for (const fault of faults) smile.faults.next(fault);

		const { description, mayHaveHappened } = await failedItem(smile, parameters);

		expect(mayHaveHappened).toBe(true);
		expect(description).toMatch(/Smile may have done|Look with Get/);
	});
});

function succeedingWith(code: string, method: string): Fault {
	return { kind: 'status', status: 200, code, method };
}

/** Operations that answer with what they have made. */
const creations = offered.filter(
	({ method, data, operationId }) =>
		method === 'POST' && data === 'object' && operationId !== 'get-payslip',
);
const named = (operations: readonly SmileOperation[]) =>
	operations.map((one) => [one.operationId, one] as const);

describe('a success that has the code of an error', () => {
	it.each(named(offered))('is none to %s', async (_id, operation) => {
		const smile = await filledSmile(worlds);
		const [parameters] = await prepare(smile, operation);
		smile.faults.next({ ...succeedingWith('SERVER_ERROR', operation.method), times: Infinity });

		const { error, mayHaveHappened } = await failedItem(smile, parameters);

		expect(error).toContain('the code of an error');
		expect(mayHaveHappened).toBe(operation.method === 'GET' ? undefined : true);
	});
});

describe('a success without what was made', () => {
	it.each(named(creations))('is a doubt to %s', async (_id, operation) => {
		const smile = await filledSmile(worlds);
		const [parameters] = await prepare(smile, operation);
		smile.faults.next(succeedingWith('OK', 'POST'));

		const { mayHaveHappened, id } = await failedItem(smile, parameters);

		expect([mayHaveHappened, id]).toEqual([true, undefined]);
	});

	it.each(named(creations.filter(({ repeat }) => repeat === 'look' || repeat === 'never')))(
		'is taken from the list by %s, where it is there',
		async (_id, operation) => {
			const smile = await filledSmile(worlds);
			smile.switches.echo = 'asSent';
			const [parameters] = await prepare(smile, operation);
			smile.faults.next({ ...succeedingWith('OK', 'POST'), afterWork: true });

			const [{ json }] = await runAction({
				smile,
				parameters,
				items: [withFile],
				continueOnFail: true,
			});

			const posts = smile.journal.entries.filter(({ method }) => method === 'POST');
			expect(posts.filter(({ path }) => path === posts[0].path)).toHaveLength(1);
			expect(json.mayHaveHappened === true || typeof json.id === 'string').toBe(true);
		},
	);
});

describe('an upload whose answer is lost', () => {
	const [upload] = offered.filter(({ operationId }) => operationId === 'upload-payslip-file');

	it.each([[[null]], [null], [[{ name: null }]]])(
		'is told from an archive of the same person with the files %j',
		async (rawFiles) => {
			const smile = await filledSmile(worlds);
			const [parameters] = await prepare(smile, upload);
			const run = async () => await runAction({ smile, parameters, items: [withFile] });
			const [before] = await run();
			smile.data.change('archives', String(before.json.id), { rawFiles });
			smile.faults.next({ kind: 'cut', method: 'POST' });

			const [{ json }] = await run();

			expect(json.error).toBeUndefined();
			expect(json.id).not.toBe(before.json.id);
		},
	);
});
