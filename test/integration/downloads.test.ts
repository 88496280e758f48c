import {
	NodeHelpers,
	type INodeExecutionData,
	type INodeParameters,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { bytesOf } from '../support/contexts/binaryFiles';
import { smileNode } from '../support/contexts/packageClasses';
import { resolveNamesTo } from '../support/contexts/resolveNames';
import { smileTool } from '../support/contexts/smileTool';
import { runAction, type ActionOptions } from '../support/contexts/runAction';
import { byId } from '../support/picked';
import type { FileFault } from '../support/smile/files/fileFaults';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const MB = 1024 * 1024;
const worlds = new Worlds();
let smile: SimulatedSmile;
let accountId: string;
let archiveId: string;

beforeEach(async () => {
	smile = await worlds.startSmile();
	const begin = new Date('2026-01-05T08:00:00Z');
	({ accountId } = smile.data.live(begin, { account: 'connected', archive: 'analyzed' }));
	archiveId = smile.data.all('archives')[0].id;
});
afterEach(async () => await worlds.closeAll());

const on = (more: INodeParameters = {}) => ({ options: { downloadFiles: true, ...more } });
const get = (resource: string, id: string, fields: INodeParameters = on()): INodeParameters => ({
	resource,
	operation: 'get',
	[`${resource}Id`]: byId(id),
	...fields,
});
const list = (resource: string, fields: INodeParameters = on()): INodeParameters => ({
	resource,
	operation: 'getAll',
	...fields,
});
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

/** A document with this file. */
function documentWith(fileUrl: unknown): string {
	const [{ id }] = smile.data.all('documents');
	smile.data.change('documents', id, { fileUrl });
	return id;
}

/** The archive with these files. */
function filesAre(...files: Array<Record<string, unknown>>): void {
	smile.data.change('archives', archiveId, { rawFiles: files });
}

const shelved = (size = 300_000, path = '/tala-halimbawa.pdf') =>
	smile.files.shelf.invent(path, size);

describe('the file of a document', () => {
	it('comes byte for byte, with the name in its address and the type of the answer', async () => {
		const url = smile.files.shelf.invent('/a/Constancia%20de%20a%C3%B1o.png', 300_000, 'image/png');
		const id = documentWith(`${url}?version=2`);

		const [{ json, binary, pairedItem }] = await run(get('document', id));

		expect(binary?.data).toMatchObject({
			fileName: 'Constancia de año.png',
			mimeType: 'image/png',
		});
		expect(await bytesOf(binary!.data)).toEqual(smile.files.shelf.bytesOf(url));
		expect(json).toEqual(smile.data.find('documents', id));
		expect(pairedItem).toEqual({ item: 0 });
	});

	it('is fetched without key and cookie', async () => {
		smile.files.faults.next({ kind: 'redirect', to: 'sameHost' });

		const [{ binary }] = await run(get('document', documentWith(shelved())));

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
		const id = documentWith(fileUrl);

		const [item] = await run(get('document', id));

		expect(item).toEqual({ json: smile.data.find('documents', id), pairedItem: { item: 0 } });
	});

	it('is not fetched unless somebody asks for it', async () => {
		const id = documentWith(shelved());

		const items = [
			...(await run(get('document', id, {}))),
			...(await run(get('document', id, on({ downloadFiles: 'false' })))),
			...(await run(list('document', {}))),
		];

		expect(items.flatMap(fieldsOf)).toEqual([]);
		expect(smile.files.requests).toEqual([]);
	});

	it('is put into the field that was named', async () => {
		const id = documentWith(shelved());

		const [item] = await run(get('document', id, on({ binaryPropertyName: ' scan ' })));

		expect(fieldsOf(item)).toEqual(['scan']);
	});

	it('goes into no field without a name', async () => {
		const id = documentWith(shelved());

		const error = await failureOf(get('document', id, on({ binaryPropertyName: ' ' })));

		expect(error.message).toBe('The field Put Output File in Field holds nothing');
		expect(smile.files.requests).toEqual([]);
	});

	it.each([403, 404, 410])('that is gone with %i leaves a mark', async (status) => {
		const id = documentWith(shelved());
		smile.files.faults.next({ kind: 'status', status });

		const [item] = await run(get('document', id));

		expect(item.json).toEqual({ ...smile.data.find('documents', id), fileGone: true });
		expect(item).not.toHaveProperty('binary');
	});

	it('may have 25 MB, and not one byte more', async () => {
		const id = documentWith(shelved(25 * MB));
		const [{ binary }] = await run(get('document', id));
		const large = documentWith(shelved(25 * MB + 1, '/larger.pdf'));

		const error = await failureOf(get('document', large));

		expect((await bytesOf(binary!.data)).length).toBe(25 * MB);
		expect(error.message).toBe(
			`Could not download the file of the document ${large}: it is larger than 25 MB`,
		);
	});

	it('is asked for again after a fault that may pass', async () => {
		smile.files.faults.next({ kind: 'status', status: 503 });
		smile.files.faults.next({ kind: 'drop' });

		const [item] = await run(get('document', documentWith(shelved())));

		expect(fieldsOf(item)).toEqual(['data']);
		expect(smile.files.requests).toHaveLength(3);
	});
});

describe('a file is an error', () => {
	const shape = { to: { url: 'http://169.254.169.254/latest' } } as const;
	it.each<[FileFault, string, number]>([
		[{ kind: 'status', status: 401 }, 'answered with status 401', 1],
		[{ kind: 'status', status: 204 }, 'answered with status 204', 1],
		[{ kind: 'status', status: 501 }, 'answered with status 501', 1],
		[{ kind: 'huge', bytes: 26 * MB, announced: true }, 'it is larger than 25 MB', 1],
		[{ kind: 'huge', bytes: 200 * MB }, 'it is larger than 25 MB', 1],
		[{ kind: 'cut' }, 'it broke off before its end', 1],
		[{ kind: 'wrongLength', announced: 400_000 }, 'it broke off before its end', 1],
		[{ kind: 'redirect', to: 'otherHost' }, 'redirects to another host, localhost:', 1],
		[{ kind: 'redirect', to: 'otherPort' }, 'redirects to another host, 127.0.0.1:', 1],
		[{ kind: 'redirect', ...shape }, 'its address does not begin with https://', 1],
		[{ kind: 'redirect', to: { url: 'https://[::1' } }, 'its address is no URL', 1],
		[{ kind: 'redirect', to: 'sameHost', times: 9 }, 'redirects again and again', 6],
	])('after %j: %s', async (fault, said, requests) => {
		const id = documentWith(shelved());
		smile.files.faults.next(fault);

		const error = await failureOf(get('document', id));

		expect(error.message).toContain(`Could not download the file of the document ${id}: `);
		expect(error.message).toContain(said);
		expect(error.context?.itemIndex).toBe(0);
		expect(error.description?.length).toBeGreaterThan(10);
		expect(`${error.message} ${error.description}`).not.toMatch(/tala|\.pdf/);
		expect(smile.files.requests).toHaveLength(requests);
		expect(smile.files.requests.every(({ host }) => smile.files.origin.endsWith(host))).toBe(true);
	});

	it.each([
		'http://documents.provider.example/tala-halimbawa.pdf',
		'https://10.0.0.1/tala-halimbawa.pdf',
		'https://0x0a000001.:8080/tala-halimbawa.pdf',
		'https://intranet/tala-halimbawa.pdf',
		'tala-halimbawa.pdf',
		42,
	])('at %j, where nothing is asked', async (url) => {
		const error = await failureOf(get('document', documentWith(url)));

		expect(error.message).toMatch(/^Could not download the file of the document \S+: its address /);
		expect(error.message).not.toMatch(/tala/);
		expect(error.description).toContain('HTTP Request node without a credential');
	});

	it('at a name that leads into a private network', async () => {
		const names = await resolveNamesTo('10.0.0.7');
		const url = 'https://documents.provider.example/tala-halimbawa.pdf';
		try {
			const error = await failureOf(get('document', documentWith(url)));

			expect(error.message).toContain('documents.provider.example leads into a private network');
			expect(names.asked).toEqual(['documents.provider.example']);
		} finally {
			names.restore();
		}
	});

	it('whose rest does not come within a minute', async () => {
		smile.files.faults.next({ kind: 'stall' });
		const now = performance.now.bind(performance);
		const failure = failureOf(get('document', documentWith(shelved())));
		await waitFor(() => smile.files.requests.length === 1);

		const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 60_000);

		const { message } = await failure;
		clock.mockRestore();
		expect(message).toContain('it took more than 60 seconds');
	});

	it('whose rest does not come, once somebody stops the execution', async () => {
		smile.files.faults.next({ kind: 'stall' });
		const stop = new AbortController();
		const failure = failureOf(get('document', documentWith(shelved())), {
			abortSignal: stop.signal,
		});
		await waitFor(() => smile.files.requests.length === 1);

		stop.abort();

		expect((await failure).message).toBe('The execution was cancelled');
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

		const [{ binary = {} }] = await run(get('archive', archiveId));

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

		const [item] = await run(get('archive', archiveId, on({ binaryPropertyName: 'scan' })));

		expect(fieldsOf(item)).toEqual(['scan_1', 'scan_2']);
		expect(item.json).toMatchObject({ id: archiveId, fileGone: true });
	});

	it.each([[null], [undefined], [[null, 'x']], ['x']])('may be %j', async (rawFiles) => {
		smile.data.change('archives', archiveId, { rawFiles });

		const [item] = await run(get('archive', archiveId, { simplify: false, ...on() }));

		expect(item.json.id).toBe(archiveId);
		expect(item).not.toHaveProperty('binary');
	});

	it('come with each archive of a list, simplified or not', async () => {
		smile.data.live(new Date('2026-01-06T08:00:00Z'), { archive: 'analyzed' });

		for (const simplify of [true, false]) {
			const items = await run(list('archive', { simplify, ...on() }), {
				items: [{ json: {} }, { json: {} }],
			});

			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 0, 1, 1].map((item) => ({ item })),
			);
			expect(items.map(fieldsOf)).toEqual(items.map(() => ['data']));
			expect(items.every(({ json }) => 'fileUrl' in json === simplify)).toBe(true);
		}
	});

	it('of a list are kept up to one that fails, where the workflow continues', async () => {
		smile.data.live(new Date('2026-01-06T08:00:00Z'), { archive: 'analyzed' });
		const [, { rawFiles }] = smile.data.all('archives');
		const { pathname } = new URL((rawFiles as Array<{ url: string }>)[0].url);
		smile.files.faults.next({ kind: 'status', status: 401, path: pathname });

		const items = await run(list('archive'), { continueOnFail: true });

		expect(items.map(({ json }) => json.error !== undefined)).toContain(true);
		expect(items.at(-1)?.json.error).toContain('answered with status 401');
		expect(items.slice(0, -1).every((item) => fieldsOf(item).length === 1)).toBe(true);
	});
});

describe('as a tool of an agent', () => {
	it.each(['document', 'archive'])('nothing of a %s is downloaded', async (resource) => {
		const items = await run(list(resource), { nodeType: await smileTool() });

		expect(items.flatMap(fieldsOf)).toEqual([]);
		expect(smile.files.requests).toEqual([]);
	});

	it('an export is made and not downloaded', async () => {
		const [item] = await run(exported(), { nodeType: await smileTool() });

		expect(item.json).toHaveProperty('downloadUrl');
		expect(smile.files.requests).toEqual([]);
	});

	it.each(['document', 'archive'])('downloads of a %s are not offered', async (resource) => {
		const { description } = await smileNode();
		const keptFor = (type: INodeTypeDescription) =>
			NodeHelpers.getNodeParameters(type.properties, list(resource), true, false, null, type);

		expect(keptFor(description)).toMatchObject(on());
		expect(keptFor((await smileTool()).description)).not.toHaveProperty('options.downloadFiles');
	});
});
