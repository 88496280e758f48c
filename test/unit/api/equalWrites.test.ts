import type { IDataObject } from 'n8n-workflow';

import { isHandedOut } from '../../../nodes/Smile/api/handedOut';
import type { Write } from '../../../nodes/Smile/api/writeOnce';
import { enveloped, pageReply, type Reply } from '../../support/scriptedSmile';
import { fault, none } from '../../support/scriptedCreations';
import { person, writing } from '../../support/scriptedWrites';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const found = (id: unknown) => ({ ok: true, value: { isFound: true, data: { id } } });

describe('what a write made', () => {
	it('is never found for another one', async () => {
		const record = person();
		await writing([enveloped(record)]).run();
		const other = writing([fault, pageReply([record]), enveloped(person())]);

		expect(await other.run()).toMatchObject({ ok: true, value: { isFound: false } });
		expect(other.calls()).toEqual(['POST /users', 'GET /users', 'POST /users']);
	});

	it('is found for one only', async () => {
		const record = person();
		const listed: Reply[] = [fault, pageReply([record])];

		expect(await writing(listed).run()).toMatchObject(found(record.id));
		expect(await writing([...listed]).run({ repeat: 'never' })).toMatchObject({ ok: false });
	});

	it('may have its id elsewhere', async () => {
		const [token, record] = [person(), person()];
		const madeIn = (data: unknown) => (data as { user?: IDataObject }).user;

		await writing([enveloped({ id: token.id, user: record })]).run({ madeIn });

		expect([token.id, record.id].map((id) => isHandedOut(String(id)))).toEqual([false, true]);
	});

	it.each([[undefined], [null], ['text'], [[{ id: 'u' }]]])('may be %j', async (data) => {
		expect(await writing([enveloped(data)]).run()).toEqual({
			ok: true,
			value: { data, isFound: false },
		});
	});
});

describe('writes side by side', () => {
	/** The requests of the second before the first, whose answer was lost, has come to its end. */
	async function secondWhile(first: Partial<Write>, second: Partial<Write>) {
		const one = writing([fault, none, enveloped(person())]);
		const other = writing([enveloped(person())]);
		const running = [one.begin(first), other.begin(second)];
		await jest.advanceTimersByTimeAsync(100);
		const begun = other.calls().length;
		await jest.runAllTimersAsync();
		expect(await Promise.all(running)).toMatchObject([{ ok: true }, { ok: true }]);
		return begun;
	}
	const body = { name: 'Ryan' };

	it.each<[string, Partial<Write>, Partial<Write>]>([
		['equal', {}, {}],
		['of one turn', { turn: 'a file' }, { turn: 'a file', body }],
	])('wait for each other where they are %s', async (_what, first, second) => {
		expect(await secondWhile(first, second)).toBe(0);
	});

	it.each<[string, Partial<Write>]>([
		['method', { method: 'PUT' }],
		['path', { path: '/invites' }],
		['query', { query: { force: true } }],
		['body', { body }],
		['turn', { turn: 'another file' }],
	])('do not wait for each other where they differ in %s', async (_what, second) => {
		const turn = second.turn === undefined ? {} : { turn: 'a file' };

		expect(await secondWhile(turn, second)).toBe(1);
	});
});
