import { liveProcesses } from '../demo/liveProcesses';
import { startDemo, type RunningDemo } from '../demo/runDemo';
import { makeFolder } from '../demo/temporaryFolder';
import { takePort } from '../demo/takePort';

const patience = 240_000;
const toClear: Array<() => Promise<void>> = [];

afterEach(async () => {
	for (const clear of toClear.splice(0)) await clear();
}, 60_000);

async function demo(args: string[], env?: Record<string, string>): Promise<RunningDemo> {
	const running = await startDemo(args, env);
	toClear.push(running.clear);
	return running;
}

async function occupied(wanted: number): Promise<number> {
	const { port, release } = await takePort(wanted);
	toClear.push(release);
	return port;
}

async function temporaryFolder(): Promise<string> {
	const { folder, remove } = await makeFolder();
	toClear.push(remove);
	return folder;
}

describe('the demo', () => {
	it(
		'shows which deliveries start an execution, and ends by itself with --once',
		async () => {
			await occupied(5678);
			const running = await demo(['--once']);

			const code = await running.ended;

			const lines = running.output();
			expect(lines).toMatch(
				/Port 5678 is taken by another program; n8n will listen on \d+ instead/,
			);
			expect(lines).toMatch(/ACCOUNT_CONNECTED +signed +200 accepted\n +item +eventId: et-/);
			expect(lines).toMatch(/workflow +12 income records were added by /);
			expect(lines).toMatch(/forged: changed on the way +401 rejected: signature, after 3 tries/);
			expect(lines).toMatch(/forged: no signature +401 rejected: signature/);
			expect(lines).toMatch(/sent twice: the same event again +200 ignored: duplicate/);
			expect(lines).toMatch(/signed, but not asked for +200 ignored: filtered/);
			expect(lines).toMatch(/signed, but no event +400 rejected: envelope/);
			expect(lines).toContain('12 deliveries: 5 accepted, 3 ignored, 4 rejected');
			expect(lines).toContain('5 executions in n8n: 5 success');
			expect(lines).toContain('webhooks left at Smile: 0');
			expect(code).toBe(0);
			expect(await running.temporaryFiles()).toEqual([]);
		},
		patience,
	);

	it(
		'goes on delivering until Ctrl-C, and then leaves no program and no file',
		async () => {
			const running = await demo([]);
			await running.printed('Ctrl-C stops everything');
			await running.printed('1 income records were added by');
			const programs = await running.programs();

			running.interrupt();
			const code = await running.ended;

			expect(running.output()).toMatch(/Login +\S+@\S+\n +Password +\S+/);
			expect(running.output()).toContain('Both have ended');
			expect(code).toBe(0);
			expect(programs).not.toEqual([]);
			expect(await liveProcesses(programs)).toEqual([]);
			expect(await running.temporaryFiles()).toEqual([]);
		},
		patience,
	);

	it(
		'leaves nothing behind when Ctrl-C comes while n8n is starting',
		async () => {
			const running = await demo([]);
			await running.printed('Starting n8n');
			const programs = await running.programs();

			running.interrupt();
			const code = await running.ended;

			expect(code).toBe(0);
			expect(await liveProcesses(programs)).toEqual([]);
			expect(await running.temporaryFiles()).toEqual([]);
		},
		patience,
	);

	it('ends an installation of n8n at Ctrl-C, and begins it again the next time', async () => {
		// A registry that never answers keeps npm busy.
		const registry = `http://127.0.0.1:${await occupied(0)}/`;
		const cache = await temporaryFolder();
		const env = { N8N_NODES_SMILE_CACHE: cache, npm_config_registry: registry };
		const install = async () => {
			const running = await demo(['--once'], env);
			await running.printed('Installing n8n');
			const programs = await running.programs();
			running.interrupt();
			return { code: await running.ended, live: await liveProcesses(programs) };
		};

		const outcomes = [await install(), await install()];

		expect(outcomes).toEqual([
			{ code: 0, live: [] },
			{ code: 0, live: [] },
		]);
	}, 60_000);

	it('names the port that was asked for and is taken', async () => {
		const port = await occupied(0);
		const running = await demo(['--port', String(port)]);

		const code = await running.ended;

		expect(running.output()).toContain(`Port ${port} is taken by another program`);
		expect(code).toBe(1);
	});

	it('shows its options when it does not know one', async () => {
		const running = await demo(['--forever']);

		const code = await running.ended;

		expect(running.output()).toMatch(/Unknown option '--forever'[^]*--once/);
		expect(code).toBe(1);
	});
});
