import { sleep } from 'n8n-workflow';

import { download } from '../../../nodes/Smile/api/download';
import { pauseClock } from '../../../nodes/Smile/api/pause';
import { processClock } from '../../../nodes/Smile/shared/clock';
import { ManualClock } from '../../support/manualClock';
import { scriptedSmile } from '../../support/scriptedSmile';
import { watchedSignal } from '../../support/watchedSignal';
import { fileOf, scriptedFiles, stalled, type FileReply } from '../../support/scriptedFiles';

let clock: ManualClock;
beforeEach(() => {
	clock = new ManualClock();
	pauseClock.now = () => clock.now();
	pauseClock.wait = async (milliseconds) => await clock.wait(milliseconds);
});
afterEach(() => void Object.assign(pauseClock, processClock));

const file = { url: 'https://documents.provider.example/tala.pdf', name: 'tala.pdf' };

/** An execution, in which files are fetched with these replies; requests are given up as n8n's helper gives them up. */
function execution(...replies: FileReply[]) {
	const files = scriptedFiles(replies);
	const smile = scriptedSmile();
	const { httpRequest } = files.context.helpers;
	files.context.helpers.httpRequest = async (request) => {
		const answer = (await httpRequest(request)) as Pick<ReturnType<typeof stalled>, 'body'>;
		request.abortSignal?.addEventListener?.('abort', () => answer.body.destroy(new Error('dummy')));
		return answer as unknown;
	};
	const begin = () => {
		const running = download(files.context, smile.client, file);
		running.catch(() => undefined);
		return running;
	};
	return { ...files, smile, begin };
}
/** Moves the clock on, and lets the streams come to their ends. */
async function settle(milliseconds = 0): Promise<void> {
	await clock.advance(milliseconds);
	for (let round = 0; round < 5; round += 1) await sleep(1);
}

describe('a download', () => {
	it('gives the file', async () => {
		const { begin, requests } = execution({ body: fileOf('payslip') });

		const running = begin();
		await settle();

		expect(await running).toMatchObject({ kind: 'stored', binary: { fileName: 'tala.pdf' } });
		expect(requests.map(({ url }) => url)).toEqual([file.url]);
	});

	it('ends what it did not read to its end', async () => {
		const { begin, requests } = execution({ status: 404 });

		const running = begin();
		await settle();

		expect(await running).toEqual({
			kind: 'gone',
			problem: 'documents.provider.example answered with status 404',
		});
		expect(requests[0].abortSignal).toHaveProperty('aborted', true);
	});

	it('may take a minute', async () => {
		const { reply, finish } = stalled();
		const running = execution(reply).begin();
		await settle(59_999);

		finish();
		await settle();

		expect(await running).toMatchObject({ kind: 'stored' });
	});

	it('is given up after a minute', async () => {
		const running = execution(stalled().reply).begin();

		await settle(60_000);

		expect(await running).toEqual({
			kind: 'failed',
			problem: 'it took more than 60 seconds',
			todo: 'Try again later.',
		});
	});

	it('says what went wrong before the minute is over', async () => {
		const { reply, body } = stalled();
		const running = execution(reply).begin();
		await settle(1_000);

		body.destroy(new Error('dummy'));
		await settle();

		expect(await running).toEqual({
			kind: 'failed',
			problem: 'it broke off before its end, the connection failed',
			todo: 'Try again later.',
		});
	});

	it('is given up with the execution', async () => {
		const { begin, smile } = execution(stalled().reply);
		const running = begin();
		await settle(1_000);

		smile.cancel();
		await settle();

		await expect(running).rejects.toThrow('The execution was cancelled');
	});

	it('is not begun once the execution is cancelled', async () => {
		const { begin, smile, requests } = execution({});
		smile.cancel();

		await expect(begin()).rejects.toThrow('The execution was cancelled');
		expect(requests).toEqual([]);
	});

	it('needs an address of Smile’s', async () => {
		const { begin, smile, requests } = execution({});
		smile.client.credential = { environment: 'custom', baseUrl: '' };

		expect(await begin()).toMatchObject({
			kind: 'failed',
			problem: expect.stringContaining('The Base URL of the Smile API credential is empty'),
			todo: 'Try again later.',
		});
		expect(requests).toEqual([]);
	});

	it('that has come is given, though the execution is cancelled in that moment', async () => {
		const { begin, smile, context } = execution({ body: fileOf('payslip') });
		const { prepareBinaryData } = context.helpers;
		context.helpers.prepareBinaryData = async (...given) => {
			const file = await prepareBinaryData(...given);
			smile.cancel();
			return file;
		};

		const running = begin();
		await settle();

		expect(await running).toMatchObject({ kind: 'stored' });
	});

	it('listens to a cancellation no longer than it lasts', async () => {
		const { begin, smile } = execution({ body: fileOf('payslip') });
		const { signal, isHeard } = watchedSignal();
		smile.client.signal = signal;

		const running = begin();
		await settle();

		expect(await running).toMatchObject({ kind: 'stored' });
		expect(isHeard()).toEqual([false]);
	});

	it('needs no execution that can be cancelled', async () => {
		const { begin, smile } = execution({ body: fileOf('payslip') });
		smile.client.signal = undefined;

		const running = begin();
		await settle();

		expect(await running).toMatchObject({ kind: 'stored' });
	});
});

describe('the downloads of one execution', () => {
	it('are three at a time', async () => {
		const files = [stalled(), stalled(), stalled(), stalled(), stalled()];
		const { begin, requests } = execution(...files.map(({ reply }) => reply));
		const running = files.map(() => begin());
		await settle();
		expect(requests).toHaveLength(3);

		files[1].finish();
		await settle();
		expect(requests).toHaveLength(4);

		files[0].body.destroy(new Error('dummy'));
		await settle();
		expect(requests).toHaveLength(5);

		for (const { finish } of files) finish();
		await settle();
		expect((await Promise.all(running)).map(({ kind }) => kind)).toEqual([
			...['failed', 'stored', 'stored', 'stored', 'stored'],
		]);
	});

	it('do not wait for those of another', async () => {
		const files = [stalled(), stalled(), stalled()];
		const busy = execution(...files.map(({ reply }) => reply));
		const running = files.map(() => busy.begin());
		const other = execution({ body: fileOf('payslip') }).begin();
		await settle();

		expect(await other).toMatchObject({ kind: 'stored' });
		for (const { finish } of files) finish();
		await settle();
		await Promise.all(running);
	});
});
