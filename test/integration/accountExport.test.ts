import { type INodeExecutionData, type INodeParameters } from 'n8n-workflow';

import { bytesOf } from '../support/contexts/binaryFiles';
import { runAction, type ActionOptions } from '../support/contexts/runAction';
import { byId } from '../support/picked';
import { quickPauses } from '../support/quickPauses';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
let smile: SimulatedSmile;
let accountId: string;

beforeEach(async () => {
	smile = await worlds.startSmile();
	const begin = new Date('2026-01-05T08:00:00Z');
	({ accountId } = smile.data.live(begin, { account: 'connected', archive: 'analyzed' }));
});
afterEach(async () => await worlds.closeAll());

const exported = (fields: INodeParameters = {}): INodeParameters => ({
	resource: 'account',
	operation: 'export',
	accountId: byId(accountId),
	...fields,
});
const run = async (parameters: INodeParameters, more: Partial<ActionOptions> = {}) =>
	await runAction({ smile, parameters, ...more });
const failureOf = async (parameters: INodeParameters, more: Partial<ActionOptions> = {}) =>
	await thrownBy(run(parameters, more));
const fieldsOf = ({ binary = {} }: INodeExecutionData) => Object.keys(binary);

describe('an account export', () => {
	it.each([
		['PDF', 'pdf', 'application/pdf'],
		['CSV', 'csv', 'text/csv'],
	])('in the format %s is downloaded and checked', async (format, ending, mimeType) => {
		const [{ json, binary }] = await run(exported({ format }));

		expect(json).toMatchObject({ accountId, exportExtensionType: format });
		expect(binary?.data).toMatchObject({ fileName: `${String(json.id)}.${ending}`, mimeType });
		expect(await bytesOf(binary!.data)).toEqual(
			smile.files.shelf.bytesOf(String(json.downloadUrl)),
		);
	});

	it('is not downloaded where that is switched off', async () => {
		const [item] = await run(exported({ options: { downloadFiles: false } }));

		expect(item.json).toHaveProperty('md5');
		expect(item).not.toHaveProperty('binary');
		expect(smile.files.requests).toEqual([]);
	});

	it('with other bytes than Smile made is an error', async () => {
		smile.files.faults.next({ kind: 'otherBytes' });

		const error = await failureOf(exported());

		expect(error.message).toMatch(
			/^The file is not the one that Smile gave the checksum of: the export export-/,
		);
	});

	it.each([403, 404, 410])('that is not there (%i) is an error', async (status) => {
		smile.files.faults.next({ kind: 'status', status });

		const error = await failureOf(exported());

		expect(error.message).toMatch(
			/^Could not download the export export-\S+, which Smile has made: it is not there/,
		);
	});

	it('is asked for again after a lost answer, and the last one is downloaded', async () => {
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const items = await run(exported());

		expect(items.map(fieldsOf)).toEqual([['data']]);
		expect(smile.journal.entries.filter(({ method }) => method === 'POST')).toHaveLength(2);
	});

	it('of a later item that comes with other bytes names what was made before it', async () => {
		smile.files.faults.next({ kind: 'chunked' });
		smile.files.faults.next({ kind: 'otherBytes' });

		const error = await failureOf(exported(), { items: [{ json: {} }, { json: {} }] });

		expect(error.description).toMatch(/^Done before this: export-/);
	});
});
