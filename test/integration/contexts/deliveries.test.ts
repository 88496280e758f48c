import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { post } from '../../support/contexts/post';
import { ProbeTrigger } from '../../support/contexts/probeTrigger';
import { publishTrigger } from '../../support/contexts/publishTrigger';
import type { PublishedTrigger, PublishOptions } from '../../support/contexts/publishedTrigger';

let probe: ProbeTrigger;
const published: PublishedTrigger[] = [];

beforeEach(() => {
	probe = new ProbeTrigger();
});

afterEach(async () => {
	await Promise.all(published.splice(0).map(async (trigger) => await trigger.close()));
});

async function publish(options: PublishOptions = {}): Promise<PublishedTrigger> {
	const trigger = await publishTrigger({ nodeType: probe, typeVersion: 2, ...options });
	published.push(trigger);
	return trigger;
}

/** Answers with the bytes that the node got; null where n8n had read none. */
async function echoRawBody(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { rawBody } = context.getRequestObject() as { rawBody?: Buffer };
	return { webhookResponse: { raw: rawBody ? rawBody.toString('base64') : null } };
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
	const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Uint8Array(await new Response(packed).arrayBuffer());
}

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

describe('a delivery in the contexts', () => {
	const spaced = '{ "amount": 1375.0,\n"name": "Niño 😀" }';

	it('reaches the node with its exact bytes', async () => {
		probe.onDelivery = echoRawBody;
		const trigger = await publish();

		const answer = await post(trigger, spaced);

		expect(JSON.parse(answer.body)).toEqual({ raw: base64(spaced) });
	});

	it('reaches the node decompressed', async () => {
		probe.onDelivery = echoRawBody;
		const trigger = await publish();

		const answer = await post(trigger, await gzip(spaced), {
			'content-type': 'application/json',
			'content-encoding': 'gzip',
		});

		expect(JSON.parse(answer.body)).toEqual({ raw: base64(spaced) });
	});

	it('is answered with 422 before the node when its JSON is malformed', async () => {
		const trigger = await publish();

		const answer = await post(trigger, '{"id":');

		expect(answer.status).toBe(422);
		expect(JSON.parse(answer.body)).toMatchObject({ message: 'Failed to parse request body' });
		expect(trigger.executions).toEqual([]);
	});

	it.each([
		{
			typeVersion: 1,
			outcome: 'has been read for a node of the first version',
			raw: base64('abc'),
		},
		{ typeVersion: 2, outcome: 'is unread for a node of a later version', raw: null },
	])('of octets $outcome', async ({ typeVersion, raw }) => {
		probe.onDelivery = echoRawBody;
		const trigger = await publish({ typeVersion });

		const answer = await post(trigger, 'abc', { 'content-type': 'application/octet-stream' });

		expect(JSON.parse(answer.body)).toEqual({ raw });
	});

	it('of octets can be read by the node itself', async () => {
		probe.onDelivery = async (context) => {
			await context.getRequestObject().readRawBody();
			return await echoRawBody(context);
		};
		const trigger = await publish();

		const answer = await post(trigger, 'abc', { 'content-type': 'application/octet-stream' });

		expect(JSON.parse(answer.body)).toEqual({ raw: base64('abc') });
	});

	it('has no parsed body when it is empty', async () => {
		probe.onDelivery = async (context) => ({
			webhookResponse: typeof context.getRequestObject().body,
		});
		const trigger = await publish();

		expect(await post(trigger, '')).toEqual({ status: 200, body: 'undefined' });
	});

	it('above 16 MiB is answered with 500 and starts nothing', async () => {
		const trigger = await publish();

		const answer = await post(trigger, new Uint8Array(16 * 1024 * 1024 + 1));

		expect(answer.status).toBe(500);
		expect(trigger.executions).toEqual([]);
	});

	it('to another path is answered with 404', async () => {
		const trigger = await publish();

		const answer = await fetch(`${trigger.localUrl}/other`, { method: 'POST' });

		expect(answer.status).toBe(404);
	});
});
