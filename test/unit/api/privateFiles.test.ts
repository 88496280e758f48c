import { fetchFile } from '../../../nodes/Smile/api/fetchFile';
import {
	blocked,
	scriptedFiles,
	wrapped,
	type FileReply,
	type Verdict,
} from '../../support/scriptedFiles';

const SMILE = 'https://open.smileapi.io/v1';
const refused = {
	ok: false,
	problem: 'documents.provider.example leads into a private network',
	isRefused: true,
};

async function fetched(
	replies: FileReply[],
	verdict?: Verdict,
	{ file = 'https://documents.provider.example/tala.pdf', baseUrl = SMILE } = {},
) {
	const files = scriptedFiles(replies, verdict);
	const { signal } = new AbortController();
	return { ...files, answer: await fetchFile({ context: files.context, baseUrl, signal }, file) };
}

describe('a host inside a private network', () => {
	it.each<[string, Verdict]>([
		['says so', { ok: false, error: blocked() }],
		['says so behind other errors', { ok: false, error: wrapped(blocked(), 3) }],
		['throws it', blocked()],
		['throws it behind other errors', wrapped(blocked(), 3)],
	])('is not asked where n8n’s filter %s', async (_how, verdict) => {
		const { answer, requests, modes } = await fetched([{}], verdict);

		expect(answer).toEqual(refused);
		expect(requests).toEqual([]);
		expect(modes).toEqual(['enforced']);
	});

	it.each([0, 1, 2, 3])('is known by what the request throws, wrapped %d times', async (times) => {
		const { answer, requests, lines } = await fetched([wrapped(blocked(), times), {}]);

		expect(answer).toEqual(refused);
		expect(requests).toHaveLength(1);
		expect(lines).toEqual([['The host of a file gave no answer']]);
	});

	it('is behind a redirect as bad', async () => {
		const { answer, checked } = await fetched(
			[{ status: 302, headers: { location: '/b.pdf' } }, blocked()],
			{ ok: true },
		);

		expect(answer).toEqual(refused);
		expect(checked).toEqual(['documents.provider.example', 'documents.provider.example']);
	});
});

describe('a host of a file is asked', () => {
	it.each<[string, Verdict | undefined, unknown[]]>([
		['has no filter', undefined, []],
		['finds nothing against it', { ok: true }, []],
		['has another reason', { ok: false, error: new Error('SsrfBlocked') }, []],
		[
			'cannot look its name up',
			new Error('dummy'),
			[['The name of a file host could not be looked up beforehand']],
		],
		[
			'says something too far behind',
			wrapped(blocked(), 4),
			[['The name of a file host could not be looked up beforehand']],
		],
	])('where n8n %s', async (_how, verdict, said) => {
		const { answer, requests, lines } = await fetched([{}], verdict);

		expect(answer).toMatchObject({ ok: true, status: 200 });
		expect(requests).toHaveLength(1);
		expect(lines).toEqual(said);
	});

	it('on this machine only beside a Smile that is there too', async () => {
		const { answer, checked } = await fetched([{}], blocked(), {
			file: 'http://127.0.0.1:5000/a.pdf',
			baseUrl: 'http://127.0.0.1:4010/v1',
		});

		expect(answer).toMatchObject({ ok: true, status: 200 });
		expect(checked).toEqual([]);
	});
});
