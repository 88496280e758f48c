import { catalogue } from '../../../nodes/Smile/events/catalogue';
import type { Credential, WorkflowInput } from '../../support/n8n/types';
import { triggerNode } from '../../support/n8n/workflows';
import { chain, conditions, fork, node, note, set } from './nodes';
import { smileTrigger } from './trigger';

const switchNode = 'Income or Account?';
const incomeNode = 'Describe Income';
const accountNode = 'Describe Account';
const sentenceField = 'sentence';

/** Where the workflow says what it has made of an event; one of the nodes runs for each. */
export const eventsResult = { nodes: [incomeNode, accountNode], field: sentenceField };

/** What it asks Smile for: income events and account events. */
export const wantedTypes = Object.keys(catalogue).filter((type) =>
	/^(INCOMES|ACCOUNT)_/.test(type),
);

const text = `## Smile events
The demo's simulated Smile delivers an event every few seconds. See **Executions** for the items.

Forged and repeated deliveries start no execution: the trigger refuses or ignores them.`;

const incomeSentence =
	"={{ $json.count }} income records were {{ $json.eventType === 'INCOMES_ADDED' ? 'added' : 'updated' }} " +
	"by {{ $json.providers.join(', ') }}";

const accountSentence =
	"={{ $json.loginName ?? 'An account' }} at {{ $json.providers.join(', ') }}: " +
	"{{ $json.eventType.toLowerCase().replaceAll('_', ' ') }}" +
	"{{ $json.errorMessage ? ', ' + $json.errorMessage : '' }}";

const keepAll = { includeOtherFields: true };

/** Smile Trigger, then a switch between two nodes that say in a sentence what has happened. */
export function eventsWorkflow(credential: Credential): WorkflowInput {
	return {
		name: 'Smile demo',
		nodes: [
			smileTrigger(credential, wantedTypes, [0, 0]),
			node(switchNode, 'n8n-nodes-base.switch', 3.2, [240, 0], {
				rules: { values: [startsWith('INCOMES_', 'Income'), startsWith('ACCOUNT_', 'Account')] },
			}),
			set(incomeNode, [500, -100], [[sentenceField, 'string', incomeSentence]], keepAll),
			set(accountNode, [500, 100], [[sentenceField, 'string', accountSentence]], keepAll),
			note(text, [-60, -280], 460, 200),
		],
		connections: {
			...chain(triggerNode, switchNode),
			[switchNode]: fork([[incomeNode], [accountNode]]),
		},
	};
}

function startsWith(prefix: string, outputKey: string): object {
	const operator = { type: 'string', operation: 'startsWith' };
	const rule = conditions('={{ $json.eventType }}', operator, prefix);
	return { conditions: rule, renameOutput: true, outputKey };
}
