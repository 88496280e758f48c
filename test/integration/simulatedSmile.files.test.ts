import { callSmile } from '../support/smile/call';
import type { FileFault } from '../support/smile/files/fileFaults';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

let smile: SimulatedSmile;
let url: string;

const path = '/tenants/acme/archives/archive-1/files/file-1.pdf';
const bytes = Buffer.from('%PDF-1.4 made up'.padEnd(4096, '.'));

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
	url = smile.files.shelf.put(path, bytes, 'application/pdf');
});
afterEach(async () => await smile.close());

const read = async (init: RequestInit = {}) => {
	const answer = await fetch(url, { redirect: 'manual', ...init });
	return { answer, body: Buffer.from(await answer.arrayBuffer()) };
};

describe('the file host of the simulated Smile', () => {
	it('is another host than the API, gives the very bytes and notes what it was sent', async () => {
		const { answer, body } = await read({ headers: { authorization: 'Basic dummy' } });
		await callSmile(smile, '/users');

		expect(new URL(url).host).not.toBe(new URL(smile.baseUrl).host);
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
		expect(answer.headers.get('content-length')).toBe('4096');
		expect(body).toEqual(bytes);
		expect(smile.files.requests).toMatchObject([
			{ method: 'GET', path, host: new URL(url).host, headers: { authorization: 'Basic dummy' } },
		]);
		expect(smile.journal.entries).toHaveLength(1);
	});

	it('has the files of invented people, other ones at every path, and none elsewhere', async () => {
		const { accountId } = smile.data.live(new Date(), {
			account: 'connected',
			archive: 'analyzed',
		});
		const [{ rawFiles }] = smile.data.all('archives');
		const urls = [
			...smile.data.of('documents', accountId).map(({ fileUrl }) => String(fileUrl)),
			...(rawFiles as Array<{ url: string }>).map((file) => file.url),
		];

		const digests = await Promise.all(
			urls.map(async (one) => {
				const answer = await fetch(one);
				const length = (await answer.arrayBuffer()).byteLength;
				return [answer.status, length, smile.files.shelf.digestOf(one)].join(' ');
			}),
		);

		expect(digests).toHaveLength(3);
		expect(new Set(digests).size).toBe(3);
		expect(digests[0]).toMatch(/^200 20480 [0-9a-f]{32}$/);
		expect((await fetch(`${smile.files.origin}/elsewhere`)).status).toBe(404);
	});

	it.each([403, 404, 410])('answers %i for what was withdrawn', async (goneStatus) => {
		smile.files.goneStatus = goneStatus;
		smile.files.shelf.withdraw('archive-1');

		expect((await read()).answer.status).toBe(goneStatus);
	});

	it('makes up large files while it sends them', async () => {
		url = smile.files.shelf.invent('/large.pdf', 3_000_000);

		const { body } = await read();

		expect(body.length).toBe(3_000_000);
		expect(body.equals(smile.files.shelf.bytesOf(url))).toBe(true);
	});
});

describe('a fault of the file host', () => {
	it.each([
		['sameHost', () => smile.files.origin],
		['otherHost', () => smile.files.otherOrigin],
		['otherPort', () => smile.files.otherOrigin.replace('localhost', '127.0.0.1')],
	] as const)('redirects to %s, where the file is and the request is seen', async (to, origin) => {
		smile.files.faults.next({ kind: 'redirect', to });

		const { body } = await read({ redirect: 'follow' });

		expect(body).toEqual(bytes);
		const hosts = smile.files.requests.map(({ host }) => host);
		expect(hosts).toEqual([new URL(url).host, new URL(origin()).host]);
	});

	it('redirects to any URL with any status', async () => {
		smile.files.faults.next({
			kind: 'redirect',
			to: { url: 'http://169.254.169.254/' },
			status: 307,
		});

		const { answer } = await read();

		expect(answer.status).toBe(307);
		expect(answer.headers.get('location')).toBe('http://169.254.169.254/');
		expect(answer.headers.get('set-cookie')).toBe('visit=example');
	});

	it.each<[string, FileFault, Partial<{ status: number; length: string | null; size: number }>]>([
		['a status', { kind: 'status', status: 503, body: 'later' }, { status: 503, size: 5 }],
		['other bytes', { kind: 'otherBytes' }, { status: 200, size: 4096, length: '4096' }],
		['no length', { kind: 'chunked' }, { size: 4096, length: null }],
		['too much', { kind: 'huge', bytes: 100_000 }, { size: 100_000, length: null }],
		['too much, and says so', { kind: 'huge', bytes: 90, announced: true }, { length: '90' }],
		['a smaller length', { kind: 'wrongLength', announced: 10 }, { length: '10', size: 10 }],
		['a slow beginning', { kind: 'slow', ms: 30 }, { size: 4096 }],
		['a slow rest', { kind: 'trickle', ms: 5 }, { size: 4096 }],
	])('gives %s', async (_what, fault, expected) => {
		smile.files.faults.next(fault);

		const { answer, body } = await read();

		const { status } = answer;
		const length = answer.headers.get('content-length');
		expect({ status, length, size: body.length }).toMatchObject(expected);
		expect(body.equals(bytes)).toBe(['chunked', 'slow', 'trickle'].includes(fault.kind));
	});

	it.each<FileFault>([{ kind: 'cut' }, { kind: 'drop' }, { kind: 'wrongLength', announced: 9999 }])(
		'ends the connection: $kind',
		async (fault) => {
			smile.files.faults.next(fault);

			await expect(read()).rejects.toThrow(/terminated|fetch failed/);
		},
	);

	it('leaves a reader without the second half', async () => {
		smile.files.faults.next({ kind: 'stall' });

		await expect(read({ signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
	});

	it('changes the content type or leaves it out', async () => {
		smile.files.faults.next({ kind: 'type', type: 'text/html' });
		smile.files.faults.next({ kind: 'type', type: null });
		const type = async () => (await read()).answer.headers.get('content-type');

		expect([await type(), await type(), await type()]).toEqual([
			'text/html',
			null,
			'application/pdf',
		]);
	});
});
