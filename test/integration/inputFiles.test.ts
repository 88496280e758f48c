import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { byId } from '../support/picked';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** Another person's file, which an upload of nothing must not take. */
const binary = {
	data: {
		data: Buffer.from('%PDF-1.4').toString('base64'),
		mimeType: 'application/pdf',
		fileName: 'other.pdf',
	},
};
const upload = { resource: 'archive', operation: 'upload', fileType: byId('PAYSLIP') };
const nothings = ['', ' ', '={{ undefined }}', '={{ null }}', '\u200b'];

const run = async (smile: Awaited<ReturnType<Worlds['startSmile']>>, parameters: INodeParameters) =>
	await runAction({ smile, parameters, items: [{ json: {}, binary }] });

describe('the field of a file to upload', () => {
	it.each(nothings)('may not hold nothing, as %j', async (binaryPropertyName) => {
		const smile = await worlds.startSmile();
		const payslip = { resource: 'payslip', operation: 'upload', userId: byId('u-1') };

		const errors = [
			await thrownBy(run(smile, { ...payslip, binaryPropertyName })),
			await thrownBy(run(smile, { ...upload, files: { file: [{ binaryPropertyName }] } })),
		];

		expect(errors.map(({ message }) => message)).toEqual([
			'The field Input Binary Field holds nothing',
			'The field Files holds nothing in Input Binary Field of entry 1',
		]);
		expect(errors[0].description).toBe(
			'Enter the name of the field that holds the file, such as data.',
		);
		expect(smile.journal.entries).toEqual([]);
	});

	it('is data where it was not set', async () => {
		const smile = await worlds.startSmile();
		smile.switches.sampleFilesOnly = false;

		await run(smile, { ...upload, files: { file: [{ fileSubtype: '' }] } });

		expect(smile.journal.of('POST', '/archives')[0].body).toMatchObject({
			rawFiles: [{ fileName: 'other.pdf' }],
		});
	});
});
