import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { created, webhook } from '../support/webhookRuns';
import { fields, unlike } from '../support/webhookUpdateRuns';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const secret = 'hunter2-hunter2';
const upperCase = {
	kind: 'status',
	status: 400,
	method: 'POST',
	message: `secret '${secret}' must hold an upper-case letter`,
} as const;

/** What the item of a run that failed and went on holds. */
async function told(smile: SimulatedSmile, parameters: INodeParameters): Promise<string> {
	const [item] = await runAction({ smile, parameters, continueOnFail: true });
	expect(item.json.error).toContain('Could not');
	return `${JSON.stringify(item)} ${String(item.json.error)}`;
}

describe('a refusal of Smile that repeats a secret', () => {
	it('of a created webhook is told without it', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next(upperCase);
		const additionalFields = { secret };

		const said = await told(smile, webhook('create', { ...created, additionalFields }));

		expect(said).toContain("secret '***' must hold an upper-case letter");
		expect(said).not.toContain('hunter2');
	});

	it('ends the run without it', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next(upperCase);
		const parameters = webhook('create', { ...created, additionalFields: { secret } });

		const { message, description, ...rest } = await thrownBy(runAction({ smile, parameters }));

		expect(message).toContain("secret '***' must hold an upper-case letter");
		// n8n itself keeps the node with its parameters.
		expect(JSON.stringify([message, description, { ...rest, node: null }])).not.toContain(
			'hunter2',
		);
	});

	it.each([
		['was typed', { secret }, unlike],
		['another system has', { name: 'Renamed' }, { ...unlike, secret }],
	])('that %s is not told by an update', async (_whose, change, stored) => {
		const smile = await worlds.startSmile();
		const old = smile.webhooks.add(stored);
		smile.faults.next(upperCase);

		const said = await told(smile, fields(old.id, change));

		expect(said).toContain("secret '***' must hold an upper-case letter");
		expect(said).not.toContain('hunter2');
	});
});

describe('a Smile that repeats whatever it was sent', () => {
	const repeating = async () => {
		const smile = await worlds.startSmile();
		smile.switches.messagesRepeatInput = true;
		return smile;
	};

	it('has no secret of a webhook in an error', async () => {
		const smile = await repeating();
		const events = ['ACCOUNT_PAUSED'];
		const parameters = webhook('create', { ...created, events, additionalFields: { secret } });

		const said = await told(smile, parameters);

		expect(said).toContain('INVALID_PARAMETERS: ');
		expect(said).toContain('ACCOUNT_PAUSED');
		expect(said).not.toContain('hunter2');
	});

	it('has nothing of a person in an error', async () => {
		const smile = await repeating();
		const parameters = {
			resource: 'invite',
			operation: 'create',
			fullName: 'Tala Halimbawa',
			email: 'tala@example.test',
			templateId: { __rl: true, mode: 'id', value: 'unknown-template' },
			additionalFields: { firstName: 'Tala', lastName: 'Halimbawa' },
		};

		const said = await told(smile, parameters);

		expect(said).toContain('***');
		expect(said).not.toMatch(/Tala|Halimbawa|tala@/);
	});
});
