import { resolveNamesTo } from '../support/contexts/resolveNames';
import type { FileFault } from '../support/smile/files/fileFaults';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';
import { documentWith, failureOf, get, MB, shelved, smileWithFiles } from '../support/downloadRuns';

const worlds = new Worlds();
let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await smileWithFiles(worlds);
});
afterEach(async () => await worlds.closeAll());

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
		const id = documentWith(smile, shelved(smile));
		smile.files.faults.next(fault);

		const error = await failureOf(smile, get('document', id));

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
		const error = await failureOf(smile, get('document', documentWith(smile, url)));

		expect(error.message).toMatch(/^Could not download the file of the document \S+: its address /);
		expect(error.message).not.toMatch(/tala/);
		expect(error.description).toContain('HTTP Request node without a credential');
	});

	it('at a name that leads into a private network', async () => {
		const names = await resolveNamesTo('10.0.0.7');
		const url = 'https://documents.provider.example/tala-halimbawa.pdf';
		try {
			const error = await failureOf(smile, get('document', documentWith(smile, url)));

			expect(error.message).toContain('documents.provider.example leads into a private network');
			expect(names.asked).toEqual(['documents.provider.example']);
		} finally {
			names.restore();
		}
	});

	it('whose rest does not come within a minute', async () => {
		smile.files.faults.next({ kind: 'stall' });
		const now = performance.now.bind(performance);
		const failure = failureOf(smile, get('document', documentWith(smile, shelved(smile))));
		await waitFor(() => smile.files.requests.length === 1);

		const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 60_000);

		const { message } = await failure;
		clock.mockRestore();
		expect(message).toContain('it took more than 60 seconds');
	});

	it('whose rest does not come, once somebody stops the execution', async () => {
		smile.files.faults.next({ kind: 'stall' });
		const stop = new AbortController();
		const failure = failureOf(smile, get('document', documentWith(smile, shelved(smile))), {
			abortSignal: stop.signal,
		});
		await waitFor(() => smile.files.requests.length === 1);

		stop.abort();

		expect((await failure).message).toBe('The execution was cancelled');
	});
});
