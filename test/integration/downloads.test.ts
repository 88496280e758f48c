import { bytesOf } from '../support/contexts/binaryFiles';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';
import {
	documentWith,
	failureOf,
	fieldsOf,
	get,
	list,
	MB,
	on,
	run,
	shelved,
	smileWithFiles,
} from '../support/downloadRuns';

const worlds = new Worlds();
let smile: SimulatedSmile;
let archiveId: string;

beforeEach(async () => {
	smile = await smileWithFiles(worlds);
	archiveId = smile.data.all('archives')[0].id;
});
afterEach(async () => await worlds.closeAll());

/** The archive with these files. */
function filesAre(...files: Array<Record<string, unknown>>): void {
	smile.data.change('archives', archiveId, { rawFiles: files });
}

describe('the file of a document', () => {
	it('comes byte for byte, with the name in its address and the type of the answer', async () => {
		const url = smile.files.shelf.invent('/a/Constancia%20de%20a%C3%B1o.png', 300_000, 'image/png');
		const id = documentWith(smile, `${url}?version=2`);

		const [{ json, binary, pairedItem }] = await run(smile, get('document', id));

		expect(binary?.data).toMatchObject({
			fileName: 'Constancia de año.png',
			mimeType: 'image/png',
		});
		expect(await bytesOf(binary!.data)).toEqual(smile.files.shelf.bytesOf(url));
		expect(json).toEqual(smile.data.find('documents', id));
		expect(pairedItem).toEqual({ item: 0 });
	});

	it('is fetched without key and cookie, also after a redirect', async () => {
		smile.files.faults.next({ kind: 'redirect', to: 'sameHost' });

		const [{ binary }] = await run(smile, get('document', documentWith(smile, shelved(smile))));

		expect(fieldsOf({ json: {}, binary })).toEqual(['data']);
		expect(smile.files.requests).toHaveLength(2);
		const names = smile.files.requests.flatMap(({ headers }) => Object.keys(headers));
		expect(new Set(names)).toEqual(
			new Set(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']),
		);
		const sent = JSON.stringify(smile.files.requests);
		expect(sent).not.toContain(smile.apiKey);
		expect(sent).not.toContain(smile.apiSecret);
	});

	it.each([[null], ['']])('is not there where the record has %j', async (fileUrl) => {
		const id = documentWith(smile, fileUrl);

		const [item] = await run(smile, get('document', id));

		expect(item).toEqual({ json: smile.data.find('documents', id), pairedItem: { item: 0 } });
	});

	it('is not fetched unless somebody asks for it', async () => {
		const id = documentWith(smile, shelved(smile));

		const items = [
			...(await run(smile, get('document', id, {}))),
			...(await run(smile, get('document', id, on({ downloadFiles: 'false' })))),
			...(await run(smile, list('document', {}))),
		];

		expect(items.flatMap(fieldsOf)).toEqual([]);
		expect(smile.files.requests).toEqual([]);
	});

	it('is put into the field that was named', async () => {
		const id = documentWith(smile, shelved(smile));

		const [item] = await run(smile, get('document', id, on({ binaryPropertyName: ' scan ' })));

		expect(fieldsOf(item)).toEqual(['scan']);
	});

	it('goes into no field without a name', async () => {
		const id = documentWith(smile, shelved(smile));

		const error = await failureOf(smile, get('document', id, on({ binaryPropertyName: ' ' })));

		expect(error.message).toBe('The field Put Output File in Field holds nothing');
		expect(smile.files.requests).toEqual([]);
	});

	it.each([403, 404, 410])('that is gone with %i leaves a mark', async (status) => {
		const id = documentWith(smile, shelved(smile));
		smile.files.faults.next({ kind: 'status', status });

		const [item] = await run(smile, get('document', id));

		expect(item.json).toEqual({ ...smile.data.find('documents', id), fileGone: true });
		expect(item).not.toHaveProperty('binary');
	});

	it('may have 25 MB, and not one byte more', async () => {
		const id = documentWith(smile, shelved(smile, 25 * MB));
		const [{ binary }] = await run(smile, get('document', id));
		const large = documentWith(smile, shelved(smile, 25 * MB + 1, '/larger.pdf'));

		const error = await failureOf(smile, get('document', large));

		expect((await bytesOf(binary!.data)).length).toBe(25 * MB);
		expect(error.message).toBe(
			`Could not download the file of the document ${large}: it is larger than 25 MB`,
		);
	});

	it('is asked for again after a fault that may pass', async () => {
		smile.files.faults.next({ kind: 'status', status: 503 });
		smile.files.faults.next({ kind: 'drop' });

		const [item] = await run(smile, get('document', documentWith(smile, shelved(smile))));

		expect(fieldsOf(item)).toEqual(['data']);
		expect(smile.files.requests).toHaveLength(3);
	});
});

describe('the files of an archive', () => {
	const three = () =>
		['one', 'two', 'three'].map((name, place) => ({
			id: `file-${place}`,
			name: `${name}.${place}`,
			format: ['PDF', 'PNG', 'JPG'][place],
			url: smile.files.shelf.invent(`/files/${name}`, 1_000 * (place + 1), 'text/html'),
		}));

	it('come each into a field of its own, named and typed as Smile says', async () => {
		const files = three();
		filesAre(...files);

		const [{ binary = {} }] = await run(smile, get('archive', archiveId));

		expect(
			Object.entries(binary).map(([field, file]) => [field, file.fileName, file.mimeType]),
		).toEqual([
			['data', 'one.0.pdf', 'application/pdf'],
			['data_1', 'two.1.png', 'image/png'],
			['data_2', 'three.2.jpg', 'image/jpeg'],
		]);
		for (const [place, file] of Object.values(binary).entries()) {
			expect(await bytesOf(file)).toEqual(smile.files.shelf.bytesOf(files[place].url));
		}
	});

	it('keep their places where one is gone', async () => {
		filesAre(...three());
		smile.files.shelf.forget('/files/one');

		const [item] = await run(smile, get('archive', archiveId, on({ binaryPropertyName: 'scan' })));

		expect(fieldsOf(item)).toEqual(['scan_1', 'scan_2']);
		expect(item.json).toMatchObject({ id: archiveId, fileGone: true });
	});

	it.each([[null], [undefined], [[null, 'x']], ['x']])('may be %j', async (rawFiles) => {
		smile.data.change('archives', archiveId, { rawFiles });

		const [item] = await run(smile, get('archive', archiveId, { simplify: false, ...on() }));

		expect(item.json.id).toBe(archiveId);
		expect(item).not.toHaveProperty('binary');
	});

	it('come with each archive of a list, simplified or not', async () => {
		smile.data.live(new Date('2026-01-06T08:00:00Z'), { archive: 'analyzed' });

		for (const simplify of [true, false]) {
			const items = await run(smile, list('archive', { simplify, ...on() }), {
				items: [{ json: {} }, { json: {} }],
			});

			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 0, 1, 1].map((item) => ({ item })),
			);
			expect(items.map(fieldsOf)).toEqual(items.map(() => ['data']));
			expect(items.every(({ json }) => 'fileUrl' in json === simplify)).toBe(true);
		}
	});

	it('of a list are kept up to one that is refused, where the workflow continues', async () => {
		smile.data.live(new Date('2026-01-06T08:00:00Z'), { archive: 'analyzed' });
		const [, { rawFiles }] = smile.data.all('archives');
		const { pathname } = new URL((rawFiles as Array<{ url: string }>)[0].url);
		smile.files.faults.next({ kind: 'status', status: 401, path: pathname });

		const items = await run(smile, list('archive'), { continueOnFail: true });

		expect(items.map(({ json }) => json.error !== undefined)).toContain(true);
		expect(items.at(-1)?.json.error).toContain('answered with status 401');
		expect(items.slice(0, -1).every((item) => fieldsOf(item).length === 1)).toBe(true);
	});
});
