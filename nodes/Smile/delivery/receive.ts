import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { triggerParameters } from '../shared/triggerParameters';
import { answered } from './answered';
import { isSmileAddress } from './callerAddress';
import { isWanted } from './filterEvent';
import { acceptedDeliveries, deliveryLog, nodeKey, schemaWatch, signingSecrets } from './memory';
import { parseEvent } from './parseEvent';
import { isTooLarge, rawBody } from './rawBody';
import { readSecrets } from './readSecrets';
import { accept, ignore, refuse, sendAgain } from './respond';
import { toItems } from './toItems';
import { verifySignature, type SignatureVerdict } from './verifySignature';
import type { NotStarted } from './deliveryLog';

/**
 * The path of a delivery: verify, parse, filter, de-duplicate, emit. Whatever goes wrong ends in an answer:
 * an error thrown to n8n would become a failed execution with the error workflow behind it.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const response = context.getResponseObject();
	const key = nodeKey(context, context.getMode() === 'manual');
	const wanted = triggerParameters(context);
	const log = (entry: NotStarted) => deliveryLog.write(context.logger, key, entry);

	if (wanted.smileIpOnly && !isSmileAddress(request.ip)) {
		log({ outcome: 'rejected', reason: "caller is not Smile's address" });
		return refuse(response, 403, 'address');
	}

	let body: Buffer;
	try {
		body = await rawBody(request);
	} catch (error) {
		log({ outcome: 'failed', reason: 'body could not be read' });
		return isTooLarge(error) ? refuse(response, 413, 'size') : sendAgain(response, 'body');
	}

	let signature: SignatureVerdict;
	try {
		const header = request.headers['smile-signature'];
		signature = await signingSecrets.check(
			key.secrets,
			async () => await readSecrets(context),
			(secrets) => verifySignature(body, header, secrets),
		);
	} catch {
		log({ outcome: 'failed', reason: 'credential could not be read' });
		return sendAgain(response, 'credential');
	}
	if (!signature.ok) {
		log({ outcome: 'rejected', reason: signature.reason });
		return refuse(response, 401, 'signature');
	}

	const event = parseEvent(body);
	if (!event) {
		log({ outcome: 'rejected', reason: 'no Smile event' });
		return refuse(response, 400, 'envelope');
	}

	const { id: eventId, type: eventType } = event;
	if (!isWanted(event, wanted)) {
		log({ outcome: 'ignored', reason: 'filtered', eventId, eventType });
		return ignore('filtered');
	}

	if (wanted.ignoreDuplicates) {
		const verdict = await acceptedDeliveries.judge(key.node, eventId, answered(response));
		if (verdict === 'busy') {
			log({ outcome: 'failed', reason: 'too many deliveries of one event', eventId, eventType });
			return sendAgain(response, 'busy');
		}
		if (verdict === 'duplicate') {
			log({ outcome: 'ignored', reason: 'duplicate', eventId, eventType });
			return ignore('duplicate');
		}
	}

	void answered(response).then(() => schemaWatch.look(context.logger, key.node, event));
	return accept(toItems(event, wanted.output));
}
