import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { triggerFields, type TriggerFields } from './triggerParameters';
import { answered } from './answered';
import { authenticate } from './authenticate';
import { isSmileAddress } from './callerAddress';
import { isWanted, wantedBy } from './filterEvent';
import { acceptedDeliveries, nodeKey, schemaWatch } from './memory';
import { parseEvent } from './parseEvent';
import { readBody } from './rawBody';
import { Reply } from './respond';
import { toItems } from './toItems';

/**
 * The path of a delivery: verify, parse, filter, de-duplicate, emit. Whatever goes wrong ends in an answer:
 * an error thrown to n8n would become a failed execution with the error workflow behind it.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const response = context.getResponseObject();
	const isTest = context.getMode() === 'manual';
	const key = nodeKey(context, isTest);
	const reply = new Reply(context, key);
	const asked = triggerFields(context);

	const refusal = refusalOfAddress(asked, request.ip, { reply, isTest });
	if (refusal) return refusal;

	const body = await readBody(request, context.logger);
	if (body === 'too large') return reply.refuse('size', 'body is larger than n8n accepts');
	if (body === 'unreadable') return reply.sendAgain('body', 'body could not be read');

	const signature = await authenticate(context, key, body);
	if (!signature) return reply.sendAgain('credential', 'credential could not be read');
	if (!signature.ok) return reply.refuse('signature', signature.reason);

	const event = parseEvent(body);
	if (!event) return reply.refuse('envelope', 'no Smile event');
	reply.event = event;

	const wanted = wantedBy(asked);
	if (!wanted.ok) return reply.sendAgain('filter', wanted.problem);
	if (!isWanted(event, wanted.value)) return reply.ignore('filtered');

	if (reply.orSafe(asked.ignoreDuplicates, true)) {
		const verdict = await acceptedDeliveries.judge(key.node, event.id, answered(response));
		if (verdict === 'duplicate') return reply.ignore('duplicate');
		if (verdict === 'busy') return reply.sendAgain('busy', 'too many deliveries of one event');
	}

	void answered(response).then(() => schemaWatch.look(context.logger, key.node, event));
	const output = reply.orSafe(asked.output, 'event');
	return reply.accept(toItems(event, output, wanted.value.datapoints));
}

/** The answer to a caller whose address will not do; undefined where it does, or nobody asks for it. */
function refusalOfAddress(
	{ smileIpOnly, sampleInTests }: TriggerFields,
	ip: string | undefined,
	{ reply, isTest }: { reply: Reply; isTest: boolean },
): IWebhookResponseData | undefined {
	// The sample of a test run is sent by n8n itself, from an address of its own.
	if (isTest && sampleInTests.ok && sampleInTests.value) return undefined;
	if (!smileIpOnly.ok) return reply.sendAgain('address', smileIpOnly.problem);
	if (!smileIpOnly.value || isSmileAddress(ip)) return undefined;
	return reply.refuse('address', "caller is not Smile's address");
}
