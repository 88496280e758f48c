import { sleep } from 'n8n-workflow';

import { fetchFile } from '../../../nodes/Smile/api/fetchFile';
import { evenPauses } from '../../support/evenPauses';
import { networkError } from '../../support/scriptedSmile';
import { fileOf, scriptedFiles, type FileReply } from '../../support/scriptedFiles';

const SMILE = 'https://open.smileapi.io/v1';
const FILE = 'https://documents.provider.example/a/tala.pdf?key=1';
const status = (code: number): FileReply => ({ status: code });
const to = (location: unknown, code = 302): FileReply => ({
	status: code,
	headers: { location: location as string },
});

evenPauses();

/** Fetches with these replies; `takesMs` is how long each takes. */
async function fetched(replies: FileReply[], { address = FILE as unknown, takesMs = 0 } = {}) {
	const files = scriptedFiles(replies);
	const { httpRequest } = files.context.helpers;
	const times: number[] = [];
	const begun = performance.now();
	const stop = new AbortController();
	files.context.helpers.httpRequest = async (request) => {
		times.push(Math.round(performance.now() - begun));
		if (takesMs > 0) await sleep(takesMs);
		return (await httpRequest(request)) as unknown;
	};
	const fetch = { context: files.context, baseUrl: SMILE, signal: stop.signal };
	const running = fetchFile(fetch, address);
	const all = { ...files, times, stop, running, signal: stop.signal };
	await jest.advanceTimersByTimeAsync(0);
	return all;
}
const ended = async (replies: FileReply[], more?: Parameters<typeof fetched>[1]) => {
	const all = await fetched(replies, more);
	await jest.runAllTimersAsync();
	return { ...all, answer: await all.running };
};

describe('fetching a file', () => {
	it('gives what its host answers, whose contents nobody has read', async () => {
		const body = fileOf('payslip');

		const { answer } = await ended([{ status: 206, headers: { etag: 'x' }, body }]);

		expect(answer).toEqual({
			ok: true,
			url: new URL(FILE),
			status: 206,
			headers: { etag: 'x' },
			body,
		});
		expect(body.readableFlowing).toBeNull();
	});

	it('asks without a key, for the very bytes, and follows nothing by itself', async () => {
		const { requests, signal } = await ended([{}]);

		expect(requests).toEqual([
			{
				method: 'GET',
				url: FILE,
				headers: { Accept: '*/*', 'Accept-Encoding': 'identity' },
				encoding: 'stream',
				disableFollowRedirect: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				abortSignal: signal,
			},
		]);
	});

	it('survives a connection that breaks off before anybody reads', async () => {
		const body = fileOf('payslip');
		await ended([{ body }]);

		expect(() => body.emit('error', new Error('cut'))).not.toThrow();
	});
});

describe('a file is asked for again', () => {
	it.each([[429], [500], [502], [503], [504], [599]])('after status %d', async (code) => {
		const { answer, times } = await ended([status(code), status(code), {}]);

		expect(answer).toMatchObject({ ok: true, status: 200 });
		expect(times).toEqual([0, 500, 1_500]);
	});

	it('after an answer that did not come', async () => {
		const { answer, times } = await ended([networkError('ECONNRESET'), {}]);

		expect(answer).toMatchObject({ ok: true, status: 200 });
		expect(times).toEqual([0, 500]);
	});

	it('five times at most', async () => {
		const replies = [1, 2, 3, 4].map(() => status(503));

		const { answer, times } = await ended([...replies, status(500), {}]);

		expect(answer).toMatchObject({ ok: true, status: 500 });
		expect(times).toEqual([0, 500, 1_500, 3_500, 7_500]);
	});
});

describe('a file is not asked for again', () => {
	it.each([[200], [204], [400], [401], [403], [404], [410], [428], [430], [499], [501]])(
		'after status %d',
		async (code) => {
			const { answer, requests } = await ended([status(code), {}]);

			expect(answer).toMatchObject({ ok: true, status: code });
			expect(requests).toHaveLength(1);
		},
	);

	it('after twelve seconds', async () => {
		const { answer, requests } = await ended([status(503), {}], { takesMs: 12_001 });

		expect(answer).toMatchObject({ status: 503 });
		expect(requests).toHaveLength(1);
	});

	it('once it is given up', async () => {
		const { answer, requests } = await (async () => {
			const all = await fetched([status(503), {}], { takesMs: 1_000 });
			all.stop.abort();
			await jest.runAllTimersAsync();
			return { ...all, answer: await all.running };
		})();

		expect(answer).toMatchObject({ status: 503 });
		expect(requests).toHaveLength(1);
	});
});

describe('the fault of a network', () => {
	it('is put into words, with the host only, and into the log without it', async () => {
		const faults = [1, 2, 3, 4, 5].map(() => networkError('ECONNREFUSED'));

		const { answer, lines } = await ended(faults);

		expect(answer).toEqual({
			ok: false,
			problem: 'documents.provider.example could not be reached, the connection was refused',
			isPassing: true,
		});
		expect(lines[0]).toEqual(['The host of a file gave no answer']);
	});
});

describe('a redirect', () => {
	it.each([301, 302, 303, 307, 308])('with status %d is followed', async (code) => {
		const body = fileOf('moved');

		const { answer, requests } = await ended([
			{ status: code, headers: { location: '../b.pdf' }, body },
			{},
		]);

		expect(answer).toMatchObject({
			ok: true,
			status: 200,
			url: new URL('https://documents.provider.example/b.pdf'),
		});
		expect(requests.map(({ url }) => url)).toEqual([
			FILE,
			'https://documents.provider.example/b.pdf',
		]);
		expect(body.readableFlowing).toBe(true);
	});

	it.each([300, 304, 305])('is none with status %d', async (code) => {
		const { answer } = await ended([to('/b.pdf', code), {}]);

		expect(answer).toMatchObject({ ok: true, status: code });
	});

	it.each([
		[
			'https://other.example/b.pdf',
			'documents.provider.example redirects to another host, other.example',
		],
		[
			'https://documents.provider.example:8443/b.pdf',
			'documents.provider.example redirects to another host, documents.provider.example:8443',
		],
		['http://documents.provider.example/b.pdf', 'its address does not begin with https://'],
		['https://10.0.0.1/b.pdf', 'its address is a number instead of a name'],
		[undefined, 'its address is no URL'],
	])('to %s is refused', async (location, problem) => {
		const { answer, requests } = await ended([to(location), {}]);

		expect(answer).toEqual({ ok: false, problem, isRefused: true });
		expect(requests).toHaveLength(1);
	});

	it('is followed five times and no more', async () => {
		const redirects = (count: number) => Array.from({ length: count }, () => to('/b.pdf'));

		expect((await ended([...redirects(5), {}])).answer).toMatchObject({ ok: true, status: 200 });
		const { answer, requests } = await ended([...redirects(6), {}]);
		expect(answer).toEqual({
			ok: false,
			problem: 'documents.provider.example redirects again and again',
			isRefused: true,
		});
		expect(requests).toHaveLength(6);
	});

	it('that leads to a fault begins anew at the first address', async () => {
		const { answer, requests } = await ended([to('/b.pdf'), status(503), {}]);

		expect(answer).toMatchObject({ ok: true, status: 200 });
		expect(requests.at(-1)?.url).toBe(FILE);
	});
});

it.each([
	['tala.pdf', 'its address is no URL'],
	['https://intranet/tala.pdf', 'its address leads into a network of its own'],
])('nothing is asked at %s', async (address, problem) => {
	const { answer, requests } = await ended([{}], { address });

	expect(answer).toEqual({ ok: false, problem, isRefused: true });
	expect(requests).toEqual([]);
});
