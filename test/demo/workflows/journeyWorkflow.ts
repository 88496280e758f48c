import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { Credential, WorkflowInput } from '../../support/n8n/types';
import { triggerNode } from '../../support/n8n/workflows';
import { ACTION_VERSIONS } from '../../support/outputPreviews';
import { chain, conditions, node, note, set, withCredential } from './nodes';
import { smileTrigger } from './trigger';

/** Where the journey begins. */
export const formNode = 'Application';

/** Whose item is the link token, for the user that its field userId names. */
export const tokenNode = 'Create Link Token';

/** Where the workflow says how it has decided. */
export const journeyResult = { nodes: ['Decide'], field: 'decision' };

const text = `## One person's journey
**Above:** whoever fills in the form becomes a user at Smile and gets a link token, which would open Smile's widget on a page of yours. In this demo a simulated person opens the link some seconds later.

**Below:** when Smile has read the account, a rule decides over the incomes, and the account is revoked: Smile deletes what it read. People who have not applied here are left alone.

Play it again: fill in the form at the address that the log of the demo tells.`;

const instalment = "={{ Number($('Get Applicant').first().json.externalMetadata.instalment) }}";
const average =
	"={{ $('Only Incomes').all().map((item) => item.json.record.netAmount).average() }}";
const decision =
	"={{ $json.monthlyIncome >= 3 * $json.instalment ? 'accepted' : 'refused' }}: an income of " +
	'{{ Math.round($json.monthlyIncome) }} a month for an instalment of {{ $json.instalment }}';

/** Form, Create User, Create Link Token; then Smile Trigger, Get Data, a rule, Revoke. */
export function journeyWorkflow(credential: Credential): WorkflowInput {
	const [applying, deciding] = [nodesToApply(credential), nodesToDecide(credential)];
	return {
		name: 'Smile demo journey',
		nodes: [...applying, ...deciding, note(text, [660, -120], 640, 240)],
		connections: { ...chain(...namesOf(applying)), ...chain(...namesOf(deciding)) },
	};
}

function nodesToApply(credential: Credential): INode[] {
	return [
		form(),
		smile(credential, 'Create User', [220, 0], {
			resource: 'user',
			operation: 'create',
			additionalFields: { externalMetadata: { pairs: metadata } },
			options: { includeToken: false },
		}),
		smile(credential, tokenNode, [440, 0], {
			resource: 'user',
			operation: 'createToken',
			userId: byId('={{ $json.id }}'),
		}),
	];
}

function nodesToDecide(credential: Credential): INode[] {
	const ofAccounts = { sourceTypes: ['ACCOUNT'], statuses: ['SUCCEEDED'] };
	const event = `$('${triggerNode}')`;
	const isIncome = "={{ $json.datapoint === 'incomes' && $json.record ? 'yes' : '' }}";
	const figures = set(
		'Income and Instalment',
		[1100, 260],
		[
			['monthlyIncome', 'number', average],
			['instalment', 'number', instalment],
		],
	);
	return [
		smileTrigger(credential, ['TASK_FINISHED'], [0, 260], ofAccounts),
		smile(credential, 'Get Applicant', [220, 260], {
			resource: 'user',
			operation: 'get',
			userId: byId('={{ $json.userId }}'),
		}),
		filter('Only Applicants', [440, 260], "={{ $json.externalMetadata?.instalment ?? '' }}"),
		smile(credential, 'Get Data', [660, 260], {
			resource: 'event',
			operation: 'getData',
			event: `={{ ${event}.item.json }}`,
		}),
		filter('Only Incomes', [880, 260], isIncome),
		{ ...figures, executeOnce: true },
		set('Decide', [1320, 260], [[journeyResult.field, 'string', decision]]),
		smile(credential, 'Revoke the Account', [1540, 260], {
			resource: 'account',
			operation: 'revoke',
			accountId: byId(`={{ ${event}.first().json.sourceId }}`),
		}),
	];
}

/** Smile keeps it with the user, so that the decision needs no table. */
const metadata = [
	{ key: 'application', value: '=A-{{ $execution.id }}' },
	{ key: 'instalment', value: "={{ $json['Monthly instalment'] }}" },
];

function form(): INode {
	const field = { fieldLabel: 'Monthly instalment', fieldType: 'number', requiredField: true };
	const parameters = {
		formTitle: 'Application',
		formDescription:
			'How much do you want to pay back each month? A third of an income is allowed.',
		formFields: { values: [field] },
		responseMode: 'onReceived',
		options: { appendAttribution: false },
	};
	const made = node(formNode, 'n8n-nodes-base.formTrigger', 2.2, [0, 0], parameters);
	return { ...made, webhookId: randomUUID() };
}

function smile(
	credential: Credential,
	name: string,
	position: [number, number],
	parameters: object,
): INode {
	const version = Math.max(...ACTION_VERSIONS);
	const made = node(name, 'n8n-nodes-smile.smile', version, position, parameters);
	return withCredential(made, credential);
}

function byId(value: string): object {
	return { __rl: true, mode: 'id', value };
}

function filter(name: string, position: [number, number], leftValue: string): INode {
	const operator = { type: 'string', operation: 'notEmpty', singleValue: true };
	const parameters = { conditions: conditions(leftValue, operator), options: {} };
	return node(name, 'n8n-nodes-base.filter', 2.2, position, parameters);
}

function namesOf(nodes: INode[]): string[] {
	return nodes.map(({ name }) => name);
}
