/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the reports, and runs the script */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeCommand } from '../probe/command';
import { questions } from '../probe/questions';
import { agreeable, hasty, settingsAt } from '../support/probing';
import { runCommand } from '../support/n8n/command';
import { packageJson } from '../support/pages';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'smile-probe-'));
});
afterEach(async () => {
	await worlds.closeAll();
	await rm(folder, { recursive: true });
});

type Env = Record<string, string>;

async function envAt(smile: SimulatedSmile): Promise<Env> {
	const { baseUrl, apiKey, apiSecret, receiverUrl, receiverPort } = await settingsAt(smile);
	return {
		SMILE_BASE_URL: baseUrl,
		SMILE_API_KEY: apiKey,
		SMILE_API_SECRET: apiSecret,
		SMILE_RECEIVER_URL: receiverUrl,
		SMILE_RECEIVER_PORT: String(receiverPort),
	};
}

/** Runs the command and collects what it says. */
async function run(smile: SimulatedSmile, env: Env, args: string[] = []) {
	const printed: string[] = [];
	const told: string[] = [];
	const code = await probeCommand(args, {
		env,
		person: agreeable(smile),
		patience: hasty,
		print: (text) => printed.push(text),
		tell: (text) => told.push(text),
	});
	return { code, printed: printed.join('\n'), told: told.join('\n') };
}

describe('the command that probes', () => {
	it.each([
		// Files of many megabytes take seconds; a whole run of the probe sends them in another test.
		['json', questions.filter(({ id }) => !id.startsWith('archives.largest'))],
		['md', questions.filter(({ id }) => /^(users|webhooks|wrongKey)\./.test(id))],
	])('writes a report without keys, ids and addresses as %s', async (ending, asked) => {
		const smile = await worlds.startSmile({ switches: { messagesRepeatInput: true } });
		const [{ accountId }] = smile.data.people(1, { account: 'connected' });
		const env = {
			...(await envAt(smile)),
			SMILE_PROBE_ACCOUNT: accountId,
			SMILE_PROBE_EMAIL: 'somebody@example.test',
		};
		const out = join(folder, `report.${ending}`);
		const ids = asked.map(({ id }) => id);

		const { code, printed, told } = await run(smile, env, ['--out', out, '--only', ids.join()]);

		const report = await readFile(out, 'utf8');
		const { apiKey, apiSecret } = smile;
		const pair = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
		const hooks = smile.journal
			.of('POST', '/webhooks')
			.map(({ body }) => body as { secret: string });
		const secrets = [apiKey, apiSecret, pair, ...hooks.map(({ secret }) => secret)];
		for (const secret of secrets.filter(Boolean)) {
			expect([report, printed, told].filter((text) => text.includes(secret))).toEqual([]);
		}
		const made = [...smile.data.all('users'), ...smile.data.all('archives')].map(({ id }) => id);
		const others = [accountId, 'somebody@example.test', 'receiver.example.test', ...made];
		expect(others.filter((text) => report.includes(text))).toEqual([]);
		expect(ids.filter((id) => !report.includes(id))).toEqual([]);
		expect(report).toContain('unknownDeletion');
		expect(printed).toContain('Still at Smile');
		expect(code).toBe(0);
	});

	it('asks only what it is told to, and names the switches', async () => {
		const smile = await worlds.startSmile({ switches: { unknownPath: 'page' } });
		const out = join(folder, 'report.json');

		const args = ['--only', 'wrongKey,unknownPath', '--out', out];
		const { printed } = await run(smile, await envAt(smile), args);

		expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({
			switches: { 'options.wrongKeyAnswer': 'INVALID_CREDENTIALS', unknownPath: 'page' },
			outcomes: [{ id: 'wrongKey.code' }, { id: 'wrongKey.envelope' }, { id: 'unknownPath' }],
			leftovers: {},
		});
		expect(printed).toContain(
			'An unknown path is answered 404 without Smile\'s envelope (text/html) [unknownPath: "page"]',
		);
		expect(printed).toContain('Nothing of this run is left at Smile.');
	});

	it('ends with 1 and names what could not be deleted', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'status', status: 403, method: 'DELETE', times: Infinity });

		const { code, printed } = await run(smile, await envAt(smile), ['--only', 'webhooks.sparse']);

		expect(code).toBe(1);
		expect(printed).toContain(
			`- webhook ${smile.webhooks.all[0].id}: its deletion was answered 403`,
		);
	});

	it.each(['SMILE_API_KEY', 'SMILE_API_SECRET', 'SMILE_RECEIVER_URL', 'SMILE_RECEIVER_PORT'])(
		'says that %s is missing, and asks nothing',
		async (name) => {
			const smile = await worlds.startSmile();

			const { code, told } = await run(smile, { ...(await envAt(smile)), [name]: ' ' });

			expect(told).toMatch(
				new RegExp(`^${name} is missing: .*\\.\\n\\nnpm run probe -- --help tells more\\.$`),
			);
			expect(code).toBe(1);
			expect(smile.journal.entries).toEqual([]);
		},
	);

	it('says what it needs before anything is set', async () => {
		const smile = await worlds.startSmile();

		const { code, told } = await run(smile, {});

		expect(told.match(/\w+ is missing/g)).toHaveLength(4);
		expect(code).toBe(1);
	});

	it('refuses production', async () => {
		const smile = await worlds.startSmile();
		const env = { ...(await envAt(smile)), SMILE_BASE_URL: 'https://open.smileapi.io/v1' };

		const { code, told } = await run(smile, env);

		expect(told).toMatch(
			/^SMILE_BASE_URL must be https:\/\/sandbox\.smileapi\.io.*never production\./,
		);
		expect(code).toBe(1);
	});

	it('says what to do when the port is taken', async () => {
		const smile = await worlds.startSmile();
		const env = await envAt(smile);
		const other = createServer();
		await new Promise<void>((done) => {
			other.listen(Number(env.SMILE_RECEIVER_PORT), '127.0.0.1', done);
		});

		const error = await thrownBy(run(smile, env));
		other.close();

		expect(error.message).toMatch(
			/^Nobody can listen on SMILE_RECEIVER_PORT \(EADDRINUSE\)\. Choose/,
		);
		expect(smile.journal.entries).toEqual([]);
	});

	it.each([
		['--only', 'lists.nothing', 'There is no question "lists.nothing".'],
		['--out', 'report.txt', '--out takes the name of a file that ends with .json or .md.'],
	])('refuses %s %s', async (option, value, message) => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(run(smile, await envAt(smile), [option, value]));

		expect(error.message).toBe(message);
	});

	it('is what npm run probe runs', async () => {
		const [program, file] = packageJson().scripts.probe.split(' ');
		const env = { SMILE_API_KEY: '', SMILE_API_SECRET: '' };

		const { code, output } = await runCommand('node', ['--import', program, file], {
			cwd: join(__dirname, '..', '..'),
			env,
		});

		expect(output).toMatch(/^SMILE_API_KEY is missing/);
		expect(code).toBe(1);
	});

	it('explains itself', async () => {
		const smile = await worlds.startSmile();

		const { code, printed } = await run(smile, {}, ['--help']);

		expect(printed).toContain('SMILE_RECEIVER_PORT');
		expect(printed).toContain('optional: id of an account');
		expect(code).toBe(0);
	});
});
