import type { INodeTypeDescription, Themed } from 'n8n-workflow';
import { connectRest, type N8nRest } from '../support/n8n/rest';
import { startN8n } from '../support/n8n/start';
import type { N8n } from '../support/n8n/types';

/** Milliseconds for the start of n8n, on a busy machine and with an installation before it. */
const startupMs = 900_000;

let n8n: N8n;
let rest: N8nRest;

beforeAll(async () => {
	n8n = await startN8n();
	rest = await connectRest(n8n);
}, startupMs);

afterAll(async () => await n8n?.stop());

const nodeNames = ['n8n-nodes-smile.smile', 'n8n-nodes-smile.smileTrigger'];
const operations = [
	...['create', 'delete', 'get', 'getAll', 'update'].map((one) => ['webhook', one]),
	...['getData', 'getMissed', 'sendTest', 'verify'].map((one) => ['event', one]),
];

/** The status and the type of an icon, both themes. */
async function fetchIcons(iconUrl: Themed<string> | undefined): Promise<string[]> {
	if (typeof iconUrl !== 'object') return [`no icon for each theme: ${iconUrl}`];
	const answers = await Promise.all(
		[iconUrl.light, iconUrl.dark].map((url) => rest.get(`/${url}`)),
	);
	return answers.map(({ status, headers }) => `${status} ${headers.get('content-type')}`);
}

const servedIcons = ['200 image/svg+xml', '200 image/svg+xml'];

async function describedNode(name: string): Promise<INodeTypeDescription | undefined> {
	return (await rest.nodeTypes()).find((node) => node.name === name);
}

describe('the packed package in a real n8n', () => {
	it('brings exactly the Smile node and its trigger', async () => {
		const names = (await rest.nodeTypes()).map(({ name }) => name);

		expect([...new Set(names)].sort()).toEqual(nodeNames);
	});

	it('brings the credential under the name the workflows refer to', async () => {
		const credentials = await rest.credentialTypes();

		expect(credentials.map(({ displayName }) => displayName)).toEqual(['Smile API']);
	});

	it('loads without a complaint in the log of n8n', () => {
		const complaints = n8n
			.log()
			.split('\n')
			.filter((line) => /n8n-nodes-smile|failed to load/i.test(line));

		expect(complaints).toEqual([]);
	});

	it.each(nodeNames)('serves an icon for the light and the dark theme of %s', async (name) => {
		const node = await describedNode(name);

		expect(await fetchIcons(node?.iconUrl)).toEqual(servedIcons);
	});

	it('serves an icon for the light and the dark theme of the credential', async () => {
		const [credential] = await rest.credentialTypes();

		expect(await fetchIcons(credential.iconUrl)).toEqual(servedIcons);
	});

	it.each(operations)('serves an output preview for %s %s', async (resource, operation) => {
		const preview = await rest.schemaPreview(nodeNames[0], '1.0.0', resource, operation);

		expect(preview).toMatchObject({ type: 'object' });
	});

	it('serves an output preview for the newest version of the trigger', async () => {
		const trigger = await describedNode(nodeNames[1]);
		const newest = Math.max(...[trigger?.version ?? 0].flat());

		const preview = await rest.schemaPreview(nodeNames[1], `${newest.toFixed(1)}.0`);

		expect(preview).toMatchObject({ type: 'object' });
	});

	it('offers the Smile node to AI agents as a tool, and not the trigger', async () => {
		const names = (await rest.toolNames()).sort();

		expect(names).toEqual(['n8n-nodes-smile.smileTool']);
	});
});
