import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';
import { catalogue } from '../../nodes/Smile/events/catalogue';
import type { Credential, WorkflowInput } from '../support/n8n/types';
import { triggerNode } from '../support/n8n/workflows';
import { TRIGGER_VERSIONS } from '../support/outputPreviews';

const switchNode = 'Income or Account?';
const incomeNode = 'Describe Income';
const accountNode = 'Describe Account';

/** The nodes that end the workflow; one of them runs for each event. */
export const lastNodes = [incomeNode, accountNode];

/** The field they add. */
export const sentenceField = 'sentence';

/** What the sample workflow asks Smile for: income events and account events. */
export const wantedTypes = Object.keys(catalogue).filter((type) =>
	/^(INCOMES|ACCOUNT)_/.test(type),
);

const note = `## Smile events
The demo's simulated Smile delivers an event every few seconds. See **Executions** for the items.

Forged and repeated deliveries start no execution: the trigger refuses or ignores them.`;

const incomeSentence =
	"={{ $json.count }} income records were {{ $json.eventType === 'INCOMES_ADDED' ? 'added' : 'updated' }} " +
	"by {{ $json.providers.join(', ') }}";

const accountSentence =
	"={{ $json.loginName ?? 'An account' }} at {{ $json.providers.join(', ') }}: " +
	"{{ $json.eventType.toLowerCase().replaceAll('_', ' ') }}" +
	"{{ $json.errorMessage ? ', ' + $json.errorMessage : '' }}";

/** Smile Trigger, then a switch between two nodes that say in a sentence what has happened. */
export function demoWorkflow(credential: Credential): WorkflowInput {
	return {
		name: 'Smile demo',
		nodes: [
			trigger(credential),
			node(switchNode, 'n8n-nodes-base.switch', 3.2, [240, 0], switchParameters()),
			node(incomeNode, 'n8n-nodes-base.set', 3.4, [500, -100], sentence(incomeSentence)),
			node(accountNode, 'n8n-nodes-base.set', 3.4, [500, 100], sentence(accountSentence)),
			node('Note', 'n8n-nodes-base.stickyNote', 1, [-60, -280], {
				content: note,
				width: 460,
				height: 200,
			}),
		],
		connections: {
			[triggerNode]: { main: [[to(switchNode)]] },
			[switchNode]: { main: [[to(incomeNode)], [to(accountNode)]] },
		},
	};
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	position: [number, number],
	parameters: object,
): INode {
	const fields = { id: randomUUID(), name, type, typeVersion, position };
	return { ...fields, parameters: parameters as INode['parameters'] };
}

function trigger({ id, name, type }: Credential): INode {
	const parameters = { events: wantedTypes, options: { output: 'simplified' } };
	const version = Math.max(...TRIGGER_VERSIONS);
	return {
		...node(triggerNode, 'n8n-nodes-smile.smileTrigger', version, [0, 0], parameters),
		webhookId: randomUUID(),
		credentials: { [type]: { id, name } },
	};
}

function to(name: string): IDataObject {
	return { node: name, type: 'main', index: 0 };
}

function switchParameters(): object {
	return {
		rules: { values: [startsWith('INCOMES_', 'Income'), startsWith('ACCOUNT_', 'Account')] },
	};
}

function startsWith(prefix: string, outputKey: string): object {
	const condition = {
		id: randomUUID(),
		leftValue: '={{ $json.eventType }}',
		rightValue: prefix,
		operator: { type: 'string', operation: 'startsWith' },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	return {
		conditions: { options, conditions: [condition], combinator: 'and' },
		renameOutput: true,
		outputKey,
	};
}

function sentence(value: string): object {
	const assignment = { id: randomUUID(), name: sentenceField, type: 'string', value };
	return { assignments: { assignments: [assignment] }, includeOtherFields: true, options: {} };
}
