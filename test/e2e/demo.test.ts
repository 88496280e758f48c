import { liveProcesses } from '../demo/liveProcesses';
import { startDemo, type RunningDemo } from '../demo/runDemo';
import { makeFolder } from '../demo/temporaryFolder';
import { takePort } from '../demo/takePort';

const patience = 600_000;
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

/** What the log tells of the one person, in this order. */
function expectJourney(lines: string): void {
	const told = [
		/Somebody fills in the form of "Smile demo journey"/,
		/The workflow has created the user acme-[0-9a-f]{4}… at Smile, and a link token/,
		/\w+ \w+ \w+ opens the link and links an account at \w+/,
		/ACCOUNT_CONNECTED +signed +200 accepted\n +item +eventId: et-/,
		/workflow +6 income records were added by /,
		/TASK_FINISHED +forged: signed with another secret +401 rejected: signature/,
		/TASK_FINISHED +signed +200 accepted by Smile demo journey/,
		/workflow +accepted: an income of 18\d\d\d a month for an instalment of 5000/,
		/TASK_FINISHED +sent twice: the same event again +200 ignored: duplicate by Smile demo journey/,
		/ACCOUNT_DISCONNECTED +signed +200 accepted/,
		/The person is erased: Smile holds 0 records of the account, now DISCONNECTED/,
	];
	const places = told.map((one) => lines.search(one));
	expect(told.filter((_one, index) => places[index] < 0)).toEqual([]);
	expect(places).toEqual([...places].sort((one, other) => one - other));
}

/** What it shows of refused, repeated and other deliveries. */
function expectDeliveries(lines: string): void {
	expect(lines).toMatch(/forged: changed on the way +401 rejected: signature, after 3 tries/);
	expect(lines).toMatch(/n8n log +Smile delivery rejected: signature does not match \(count=1/);
	expect(lines).toMatch(/forged: no signature +401 rejected: signature, after 3 tries/);
	expect(lines).toMatch(/n8n log +Smile delivery rejected: no signature header \(count=1/);
	expect(lines).toMatch(/ACCOUNT_CREATED +sent twice: both at once +200 ignored: duplicate/);
	expect(lines).toMatch(/INCOMES_ADDED +sent twice: the same event again +200 ignored: duplicate/);
	expect(lines).toMatch(/signed, but not asked for +200 ignored: filtered/);
	expect(lines).toMatch(/signed, but no event +400 rejected: envelope/);
	expect(lines).toMatch(/workflow +3 income records were updated by /);
	expect(lines).toContain('15 deliveries: 7 accepted, 4 ignored, 4 rejected');
	expect(lines).toContain('8 executions in n8n: 8 success, 1 of them by the form');
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
			expect(lines).toMatch(/simulated Smile at http\S+ holds the data of [1-9] people/);
			expect(lines).toMatch(/registered at Smile:\n +https:\/\/localhost:\d+\/webhook\//);
			expectJourney(lines);
			expectDeliveries(lines);
			expect(lines).toContain('webhooks left at Smile: 0');
			expect(code).toBe(0);
			expect(await running.temporaryFiles()).toEqual([]);
		},
		patience,
	);

	it.each(['Starting n8n', 'opens the link'])(
		'leaves nothing behind when Ctrl-C comes right after "%s"',
		async (words) => {
			const running = await demo([]);
			await running.printed(words);
			const programs = await running.programs();

			running.interrupt();
			const code = await running.ended;

			expect(code).toBe(0);
			expect(await liveProcesses(programs)).toEqual([]);
			expect(await running.temporaryFiles()).toEqual([]);
		},
		patience,
	);

	it(
		'ends an installation of n8n at Ctrl-C, and begins it again the next time',
		async () => {
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
		},
		patience,
	);

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
