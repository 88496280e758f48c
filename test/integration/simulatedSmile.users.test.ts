import { callSmile } from '../support/smile/call';
import { startReceiver } from '../support/smile/receiver';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

let smile: SimulatedSmile;

beforeEach(async () => {
	smile = await startSmile({ rateLimit: false });
});
afterEach(async () => await smile.close());

const post = async (path: string, body?: unknown) =>
	await callSmile(smile, path, { method: 'POST', body });
const made = async (body: unknown = {}) => {
	const { json } = await post('/users', body);
	return json.data as { user: { id: string }; token: { accessToken: string; expiresAt: string } };
};

describe('a user of the simulated Smile', () => {
	it('is made with a first token, and never the same as another', async () => {
		const externalMetadata = { application: '17' };

		const [one, twin] = [await made({ externalMetadata }), await made({ externalMetadata })];

		expect(one.user).toMatchObject({ externalMetadata, providers: [] });
		expect(twin.user.id).not.toBe(one.user.id);
		expect(smile.data.all('users')).toMatchObject([one.user, twin.user]);
		const livesMs = Date.parse(one.token.expiresAt) - Date.now();
		expect(Math.abs(livesMs - 5 * 3_600_000)).toBeLessThan(5_000);
	});

	it('is told to webhooks, at the time of Smile’s clock', async () => {
		const receiver = await startReceiver();
		smile.mapHost('https://n8n.example.test', receiver.origin);
		smile.webhooks.add({ url: 'https://n8n.example.test/webhook' });
		smile.clock.skewMs = -86_400_000;

		const { user } = await made();
		await smile.announcer.settled();
		await receiver.close();

		const [event] = receiver.received.map(({ body }) => JSON.parse(String(body)));
		expect(event).toMatchObject({ type: 'USER_CREATED', version: 1, data: { userId: user.id } });
		expect(user).toMatchObject({ createdAt: event.createdAt });
		expect(Date.parse(event.createdAt)).toBeLessThan(Date.now() - 86_000_000);
	});

	it.each<[string, unknown]>([
		['six pairs', { a: '', b: '', c: '', d: '', e: '', f: '' }],
		['a key of 51 characters', { ['k'.repeat(51)]: '' }],
		['a value of 501 characters', { a: 'v'.repeat(501) }],
		['a letter outside ASCII', { a: 'señor' }],
		['a number', { a: 1 }],
		['null', null],
	])('is refused with %s in its metadata, without a word on the field', async (_what, metadata) => {
		const { status, text } = await post('/users', { externalMetadata: metadata });

		expect(status).toBe(400);
		expect(text).not.toContain('externalMetadata');
		expect(smile.journal.entries[0]?.reason).toContain('externalMetadata');
		expect(smile.data.all('users')).toEqual([]);
	});

	it('gets further tokens by the query, with no body or an empty one', async () => {
		const { user, token } = await made();
		const path = `/tokens?userId=${user.id}`;

		const [further, bare] = [await post(path, {}), await post(path)];
		smile.switches.typeOfEmptyBodies = false;
		const untyped = await post(path);

		expect(further).toMatchObject({ status: 201, json: { data: { mode: 'SANDBOX' } } });
		expect(further.json.data?.accessToken).not.toBe(token.accessToken);
		expect(bare.status).toBe(415);
		expect(untyped.status).toBe(201);
		const wrong = ['/tokens', '/tokens?userId=nobody'];
		expect(await Promise.all(wrong.map(async (one) => (await post(one, {})).status))).toEqual([
			400, 404,
		]);
		expect((await post(path, { userId: user.id })).status).toBe(400);
	});

	it('is who a token says, once and within five hours', async () => {
		const [one, other] = [await made(), await made()];
		const { json } = await post(`/tokens?userId=${one.user.id}`, {});
		const { linkTokens, clock } = smile;

		expect(linkTokens.redeem(String(json.data?.accessToken))).toBe(one.user.id);
		expect(linkTokens.redeem(other.token.accessToken)).toBe(other.user.id);
		expect(() => linkTokens.redeem(other.token.accessToken)).toThrow('used already');
		expect(() => linkTokens.redeem('dummy-link-token-1')).toThrow('never given');
		clock.skewMs = 5 * 3_600_000 + 1_000;
		expect(() => linkTokens.redeem(one.token.accessToken)).toThrow('older than five hours');
	});

	it('loses what it entered when its session is reset', async () => {
		const { user } = await made();
		const { id } = smile.data.completeSession(user.id);
		const payload = async () => (await callSmile(smile, `/users/${user.id}/payload`)).json.data;
		const before = await payload();

		const { status, json } = await post(`/users/${user.id}/resetSession`, {});

		expect(before).toMatchObject({ metadata: { status: 'COMPLETED' }, forms: [{ id }] });
		expect([status, json.data]).toEqual([200, undefined]);
		expect(await payload()).toMatchObject({ metadata: { status: 'REVOKED' }, forms: [] });
		expect(smile.announcer.of('USER_SESSION_RESET')).toHaveLength(1);
	});

	it('may have no payload before it had a session', async () => {
		const { user } = await made();
		const status = async () => (await callSmile(smile, `/users/${user.id}/payload`)).status;

		const usual = await status();
		smile.switches.withoutSession = 'missing';

		expect([usual, await status()]).toEqual([200, 404]);
	});
});

describe('the clock of the simulated Smile', () => {
	it('is in every answer, also in that of a fault, and can be wrong or absent', async () => {
		smile.clock.skewMs = 3_600_000;
		smile.faults.next({ kind: 'status', status: 503 });
		const date = async () => (await callSmile(smile, '/users')).headers.get('date');

		const [faulty, usual] = [await date(), await date()];
		smile.clock.dateHeader = { text: 'yesterday' };
		const odd = await date();
		smile.clock.dateHeader = 'absent';

		for (const one of [faulty, usual]) {
			expect(Math.abs(Date.parse(String(one)) - Date.now() - 3_600_000)).toBeLessThan(5_000);
		}
		expect([odd, await date()]).toEqual(['yesterday', null]);
	});
});

describe('a list of the simulated Smile', () => {
	it('can begin with the newest, page by page', async () => {
		for (let count = 0; count < 5; count += 1) await made();
		smile.switches.listOrder = 'newestFirst';
		const page = async (query: string) =>
			(await callSmile(smile, `/users?size=2${query}`)).json.data as {
				nextCursor: string | null;
				items: Array<{ id: string }>;
			};

		const first = await page('');
		const second = await page(`&cursor=${first.nextCursor}`);
		const third = await page(`&cursor=${second.nextCursor}`);

		const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
		expect(ids).toEqual(
			smile.data
				.all('users')
				.map(({ id }) => id)
				.reverse(),
		);
		expect(third.nextCursor).toBeNull();
	});
});

describe('a refusal of the simulated Smile', () => {
	it('repeats what was sent where that is asked for, and closes a stage', async () => {
		smile.switches.messagesRepeatInput = true;
		const repeated = await post('/users', { externalMetadata: { a: 'é 0123456789' } });
		smile.switches.closedStages = ['alpha'];

		const closed = await callSmile(smile, '/alpha/forms');
		smile.switches.closedAnswer = 'MISSING_RESOURCE';
		const missing = await callSmile(smile, '/alpha/forms');

		expect(repeated.json.message).toContain('0123456789');
		expect(closed).toMatchObject({ status: 403, json: { code: 'UNAUTHORIZED_ACCESS' } });
		expect(missing.status).toBe(404);
		expect((await callSmile(smile, '/beta/signals')).status).toBe(200);
	});
});
