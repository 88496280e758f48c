import { sleep } from 'n8n-workflow';

import { inTurn } from '../../../nodes/Smile/api/inTurn';

/** A work that notes when it begins and ends once it is told to. */
function work(name: string, log: string[]) {
	let finish: (error?: Error) => void = () => {};
	const ended = new Promise<string>((resolve, reject) => {
		finish = (error) => (error ? reject(error) : resolve(name));
	});
	return {
		finish: (error?: Error) => finish(error),
		run: async () => {
			log.push(name);
			return await ended;
		},
	};
}
const settle = async () => await sleep(1);

describe('works of the same key', () => {
	it('run one after the other and give their results', async () => {
		const log: string[] = [];
		const [one, two, three] = ['one', 'two', 'three'].map((name) => work(name, log));
		const results = [one, two, three].map(async ({ run }) => await inTurn('key', run));
		await settle();
		expect(log).toEqual(['one']);

		one.finish();
		await settle();
		expect(log).toEqual(['one', 'two']);

		two.finish();
		three.finish();
		expect(await Promise.all(results)).toEqual(['one', 'two', 'three']);
		expect(log).toEqual(['one', 'two', 'three']);
	});

	it('run also after one that failed', async () => {
		const log: string[] = [];
		const [one, two] = ['one', 'two'].map((name) => work(name, log));
		const first = inTurn('key', one.run);
		const second = inTurn('key', two.run);

		one.finish(new Error('failed'));
		two.finish();

		await expect(first).rejects.toThrow('failed');
		expect(await second).toBe('two');
	});

	it('do not wait for those of another key, nor for what is over', async () => {
		const log: string[] = [];
		const [one, other, later] = ['one', 'other', 'later'].map((name) => work(name, log));
		const first = inTurn('key', one.run);
		void inTurn('other key', other.run);
		await settle();
		expect(log).toEqual(['one', 'other']);

		one.finish();
		await first;
		void inTurn('key', later.run);
		await settle();
		expect(log).toEqual(['one', 'other', 'later']);
		other.finish();
		later.finish();
	});

	it('wait also for those that came while another was still running', async () => {
		const log: string[] = [];
		const [one, two, three] = ['one', 'two', 'three'].map((name) => work(name, log));
		const first = inTurn('key', one.run);
		const second = inTurn('key', two.run);
		one.finish();
		await first;
		await settle();

		const third = inTurn('key', three.run);
		await settle();
		expect(log).toEqual(['one', 'two']);

		two.finish();
		three.finish();
		await Promise.all([second, third]);
		expect(log).toEqual(['one', 'two', 'three']);
	});

	it('begin at once when cancelled, and hold up those behind them all the same', async () => {
		const log: string[] = [];
		const [one, two, three] = ['one', 'two', 'three'].map((name) => work(name, log));
		const cancelling = new AbortController();
		const first = inTurn('key', one.run);
		const second = inTurn('key', two.run, cancelling.signal);
		const third = inTurn('key', three.run, new AbortController().signal);
		await settle();
		expect(log).toEqual(['one']);

		cancelling.abort();
		await settle();
		expect(log).toEqual(['one', 'two']);
		two.finish();
		await second;
		await settle();
		expect(log).toEqual(['one', 'two']);

		one.finish();
		three.finish();
		await Promise.all([first, third]);
		expect(log).toEqual(['one', 'two', 'three']);
	});

	it('begin at once when they were cancelled before', async () => {
		const log: string[] = [];
		const [one, two] = ['one', 'two'].map((name) => work(name, log));
		void inTurn('key', one.run);
		void inTurn('key', two.run, AbortSignal.abort());

		await settle();

		expect(log).toEqual(['one', 'two']);
		one.finish();
		two.finish();
	});
});
