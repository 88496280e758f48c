import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { bytesOf, keepFilesOnDisk, type FilesOnDisk } from '../support/contexts/binaryFiles';
import { runAction } from '../support/contexts/runAction';
import { isFullRun } from '../support/fullRun';
import { memoryDuring } from '../support/memoryDuring';
import { samplePayslip } from '../support/smile/ops/sampleFile';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const MB = 1024 * 1024;
const worlds = new Worlds();
let smile: SimulatedSmile;
let disk: FilesOnDisk;

beforeEach(async () => {
	smile = await worlds.startSmile();
	smile.data.live(new Date('2026-01-05T08:00:00Z'), { account: 'connected' });
	disk = await keepFilesOnDisk();
});
afterEach(async () => {
	await disk.close();
	await worlds.closeAll();
});

const run = async (parameters: INodeParameters, items?: INodeExecutionData[]) =>
	await runAction({ smile, parameters, items });

/** Downloads the file of a document, whose size is given in bytes. */
function downloadOf(size: number): INodeParameters {
	const [{ id }] = smile.data.all('documents');
	const fileUrl = smile.files.shelf.invent('/tala-halimbawa.pdf', size);
	smile.data.change('documents', id, { fileUrl });
	return {
		resource: 'document',
		operation: 'get',
		documentId: { __rl: true, mode: 'id', value: id },
		options: { downloadFiles: true },
	};
}

describe('many files, where n8n keeps them on disk,', () => {
	it('take no more memory to download than a few', async () => {
		const count = isFullRun ? 100 : 5;
		const size = 10 * MB;
		const download = downloadOf(size);
		const items = Array.from({ length: count }, () => ({ json: {} }));
		let results: INodeExecutionData[] = [];

		const extent = { done: () => smile.files.requests.length, end: count };
		const most = await memoryDuring(extent, async () => {
			results = await run(download, items);
		});

		expect(results.map(({ binary }) => binary?.data.bytes)).toEqual(items.map(() => size));
		const last = await bytesOf(results[count - 1].binary!.data);
		expect(last.equals(smile.files.shelf.bytesOf('/tala-halimbawa.pdf'))).toBe(true);
		// A few that are on their way at either end; kept in memory, the short run would hold 50.
		expect(most).toBeLessThan(isFullRun ? 20 : 35);
	}, 240_000);

	it('do not add up when they are uploaded', async () => {
		smile.switches.keepUploads = false;
		const count = isFullRun ? 20 : 3;
		const size = isFullRun ? 14 : 7;
		const bytes = samplePayslip(size * MB);
		const binary = { data: await disk.put(bytes, 'payslip.pdf', 'application/pdf') };
		const items = Array.from({ length: count }, () => ({ json: {}, binary }));
		const uploads = () => smile.journal.of('POST', '/archives').length;

		let results: INodeExecutionData[] = [];
		const most = await memoryDuring({ done: uploads, end: count }, async () => {
			results = await run(
				{
					resource: 'archive',
					operation: 'upload',
					fileType: { __rl: true, mode: 'id', value: 'PAYSLIP' },
					files: { file: [{ binaryPropertyName: 'data', fileSubtype: 'PAYSLIP' }] },
				},
				items,
			);
		});

		expect(results).toHaveLength(count);
		// One file as text in base64, as JSON and on the wire, at either end of it.
		expect(most).toBeLessThan(9.3 * size);
	}, 240_000);

	it('leave nothing half written there after a connection that was cut, or a file that is too large', async () => {
		smile.files.faults.next({ kind: 'cut' });
		smile.files.faults.next({ kind: 'huge', bytes: 30 * MB });
		const download = downloadOf(300_000);

		await thrownBy(run(download));
		await thrownBy(run(download));

		expect(await disk.names()).toEqual([]);
	});
});
