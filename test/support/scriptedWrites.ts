import { sleep, type IDataObject } from 'n8n-workflow';

import { writeOnce, type Write } from '../../nodes/Smile/api/writeOnce';
import { scriptedSmile, type Reply } from './scriptedSmile';

/** A list in which a lost creation can be looked for. */
export const look = { path: '/users', isEqual: ({ name }: IDataObject) => name === 'Tala' };

/** A creation that is to happen once. */
export const post: Write = {
	method: 'POST',
	path: '/users',
	body: { name: 'Tala' },
	repeat: 'look',
	look,
};

let ids = 0;

/** What the creation makes, as Smile gives it; it has an id that no other test has. */
export const person = (more: IDataObject = {}): IDataObject => ({
	id: `u-${(ids += 1)}`,
	name: 'Tala',
	createdAt: new Date(Date.now()).toISOString(),
	...more,
});

/** A Smile with these replies, and how it is written to by fake timers. */
export function writing(replies: Reply[], takesMs = 0) {
	const smile = scriptedSmile(...replies);
	const begun = performance.now();
	const times: number[] = [];
	const client = {
		...smile.client,
		send: async (request: Parameters<typeof smile.client.send>[0]) => {
			times.push(Math.round(performance.now() - begun));
			if (takesMs > 0) await sleep(takesMs);
			return await smile.client.send(request);
		},
	};
	const begin = (write: Partial<Write> = {}) => {
		const running = writeOnce(client, { ...post, ...write });
		// Who cancels gets an error, which the test looks at.
		running.catch(() => undefined);
		return running;
	};
	return {
		...smile,
		client,
		/** When each request began, in milliseconds. */
		times,
		begin,
		/** Writes and lets everything happen. */
		async run(write: Partial<Write> = {}) {
			const running = begin(write);
			await jest.runAllTimersAsync();
			return await running;
		},
	};
}
