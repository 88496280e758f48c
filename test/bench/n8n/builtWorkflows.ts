import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { Credential, WorkflowInput } from '../../support/n8n/types';
import { after, connect, node } from './nodes';

/*
 * What people build where no trigger verifies for them. Crypto drops the raw body it has hashed, so whoever
 * wants to extract the event from it must merge the two again; the first workflow does without, because the
 * Webhook node has parsed the body as well.
 */

/** The cheapest that verifies: answers everybody 200 before it has looked. */
export function verifyingWorkflow(path: string, credential: Credential): WorkflowInput {
	return {
		name: 'Webhook, Crypto, If',
		nodes: [webhook(path, 'onReceived'), crypto(credential), signatureMatches(), after()],
		connections: connect([
			['Webhook', 'Crypto'],
			['Crypto', 'Matches'],
			['Matches', 'After'],
		]),
	};
}

/** The one that refuses: 401 for a wrong signature, 200 once the event has been extracted. */
export function refusingWorkflow(path: string, credential: Credential): WorkflowInput {
	return {
		name: 'Webhook, Crypto, Merge, If, Extract from File, Respond to Webhook',
		nodes: [
			webhook(path, 'responseNode'),
			crypto(credential),
			merge(),
			signatureMatches(),
			node({
				name: 'Extract',
				type: 'n8n-nodes-base.extractFromFile',
				version: 1.1,
				parameters: { operation: 'fromJson', binaryPropertyName: 'data', options: {} },
			}),
			respond('Accept', 200),
			respond('Refuse', 401),
		],
		connections: connect([
			['Webhook', 'Crypto'],
			['Crypto', 'Merge'],
			['Webhook', 'Merge', 0, 1],
			['Merge', 'Matches'],
			['Matches', 'Extract'],
			['Matches', 'Refuse', 1],
			['Extract', 'Accept'],
		]),
	};
}

function webhook(path: string, responseMode: 'onReceived' | 'responseNode'): INode {
	const options = { rawBody: true };
	const parameters = { httpMethod: 'POST', path, responseMode, options };
	const type = 'n8n-nodes-base.webhook';
	return node({ name: 'Webhook', type, version: 2.1, parameters, webhookId: path });
}

function crypto(credential: Credential): INode {
	const parameters = {
		action: 'hmac',
		binaryData: true,
		binaryPropertyName: 'data',
		type: 'SHA512',
		dataPropertyName: 'expected',
		encoding: 'hex',
	};
	return node({
		name: 'Crypto',
		type: 'n8n-nodes-base.crypto',
		version: 2,
		parameters,
		credential,
	});
}

function merge(): INode {
	const parameters = { mode: 'combine', combineBy: 'combineByPosition', options: {} };
	return node({ name: 'Merge', type: 'n8n-nodes-base.merge', version: 3.2, parameters });
}

function signatureMatches(): INode {
	const condition = {
		id: randomUUID(),
		leftValue: '={{ $json.headers["smile-signature"] }}',
		rightValue: '={{ $json.expected }}',
		operator: { type: 'string', operation: 'equals' },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 };
	const conditions = { options, conditions: [condition], combinator: 'and' };
	return node({
		name: 'Matches',
		type: 'n8n-nodes-base.if',
		version: 2.3,
		parameters: { conditions, options: {} },
	});
}

function respond(name: string, responseCode: number): INode {
	const status = responseCode === 200 ? 'accepted' : 'rejected';
	const parameters = {
		respondWith: 'json',
		responseBody: JSON.stringify({ status }),
		options: { responseCode },
	};
	return node({ name, type: 'n8n-nodes-base.respondToWebhook', version: 1.5, parameters });
}
