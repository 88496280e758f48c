import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Read } from '../shared/read';
import type { Noteworthy } from './deliveryLog';
import { deliveryLog, type NodeKey } from './memory';
import type { ReceivedEvent } from './parseEvent';
import { refusalFor, type Refusal } from './refusals';

/**
 * The answers of one delivery. Whatever starts nothing is told to the operator as well, in fixed words of our own;
 * the caller learns no more than the reason's name.
 */
export class Reply {
	/** Only of a verified delivery: a forger must not write into the log. */
	event?: ReceivedEvent;

	constructor(
		private readonly context: IWebhookFunctions,
		private readonly key: NodeKey,
	) {}

	/** Starts one execution with these items and answers 200. */
	accept(items: INodeExecutionData[]): IWebhookResponseData {
		return { webhookResponse: { status: 'accepted' }, workflowData: [items] };
	}

	/** Starts nothing and answers 200, so that Smile does not send the event again. */
	ignore(reason: 'filtered' | 'duplicate'): IWebhookResponseData {
		this.log('ignored', reason);
		return { webhookResponse: { status: 'ignored', reason } };
	}

	/** Starts nothing; Smile tries twice more on anything but 2xx. */
	refuse(reason: Refusal, why: string): IWebhookResponseData {
		this.log('rejected', why);
		const { status, body } = refusalFor(reason);
		return this.answer(status, body);
	}

	/** Starts nothing because the trigger or n8n cannot work now: 503 makes Smile send the event again. */
	sendAgain(
		reason: 'address' | 'body' | 'busy' | 'credential' | 'filter',
		why: string,
	): IWebhookResponseData {
		this.log('failed', why);
		return this.answer(503, { status: 'failed', reason });
	}

	/** The parameter's value, or what loses no event, where the value makes no sense at this delivery. */
	orSafe<Value>(field: Read<Value>, safe: Value): Value {
		if (field.ok) return field.value;
		this.log('accepted', `${field.problem}, ${String(safe)} was assumed`);
		return safe;
	}

	private answer(statusCode: number, body: object): IWebhookResponseData {
		this.context.getResponseObject().status(statusCode).json(body);
		return { noWebhookResponse: true };
	}

	private log(outcome: Noteworthy['outcome'], reason: string): void {
		const { id: eventId, type: eventType } = this.event ?? {};
		deliveryLog.write(this.context.logger, this.key, { outcome, reason, eventId, eventType });
	}
}
