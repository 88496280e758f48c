import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import { eventOptions } from '../../nodes/Smile/events/options';
import { SmileTrigger } from '../../nodes/Smile/SmileTrigger.node';
import { createWorkflow } from '../support/contexts/workflow';

const trigger = new SmileTrigger();

/** The hints that n8n's editor shows: it evaluates their conditions as this does (n8n 2.41, useNodeHelpers). */
function shownFor(parameters: INodeParameters): string[] {
	const { workflow, node } = createWorkflow({ nodeType: trigger, parameters });
	return (trigger.description.hints ?? [])
		.filter(({ displayCondition }) => {
			const value = workflow.expression.getSimpleParameterValue(
				node,
				displayCondition,
				'internal',
				{},
			);
			expect(typeof value).toBe('boolean');
			return value === true;
		})
		.map(({ message }) => message);
}

const records = 'The output Records gives no records here';
const payload = 'Include Payload has no effect here';
const providers = 'name no provider';

describe('a hint at the trigger', () => {
	it.each([
		[['INCOMES_ADDED'], { output: 'records' }, [records]],
		[['TASK_FINISHED'], { output: 'records' }, [records]],
		[['TASK_FINISHED'], { output: 'records', includePayload: true }, []],
		[['INCOMES_ADDED', 'TASK_FINISHED'], { output: 'records', includePayload: true }, []],
		[['RECORD_COMPLETED'], { output: 'records' }, []],
		[['ALL_EVENTS'], { output: 'records' }, []],
		[['INCOMES_ADDED'], { output: 'records', includePayload: true }, [records, payload]],
		[['INCOMES_ADDED'], { includePayload: true }, [payload]],
		[['ACCOUNT_SYNC_TASK_FINISHED'], { includePayload: true }, []],
		[['ALL_EVENTS'], { includePayload: true }, []],
		[['USER_CREATED'], { includePayload: false }, []],
		[['USER_CREATED'], { providers: ['sss_ph'] }, [providers]],
		[['TASK_FINISHED', 'ARCHIVE_FAILED'], { providers: 'sss_ph' }, [providers]],
		[['TASK_FINISHED', 'INCOMES_ADDED'], { providers: ['sss_ph'] }, []],
		[['USER_CREATED'], { providers: [] }, []],
		[['USER_CREATED'], {}, []],
		[[], { output: 'records', includePayload: true }, []],
	])('with %j and %j says: %j', (events, options, said) => {
		const shown = shownFor({ events, options });

		expect(shown).toHaveLength(said.length);
		said.forEach((text, index) => expect(shown[index]).toContain(text));
	});

	it('knows which events name no provider', () => {
		for (const [type, { data }] of Object.entries(catalogue)) {
			const shown = shownFor({ events: [type], options: { providers: ['sss_ph'] } });

			expect([type, shown.length]).toEqual([type, 'providers' in data().shape ? 0 : 1]);
		}
	});

	it('has a place and a moment that the editor knows', () => {
		expect(trigger.description.hints).toHaveLength(3);
		for (const hint of trigger.description.hints ?? []) {
			expect(hint).toMatchObject({ location: 'outputPane', whenToDisplay: 'always' });
		}
	});
});

describe('the notice about records', () => {
	const notice = trigger.description.properties.find(({ name }) => name === 'recordsNotice');
	const isShown = (options: INodeParameters) =>
		notice !== undefined &&
		NodeHelpers.displayParameter({ events: [], options }, notice, null, trigger.description);

	it('stands there with the output Records only', () => {
		expect(isShown({ output: 'records' })).toBe(true);
		expect(isShown({ output: 'event' })).toBe(false);
		expect(isShown({})).toBe(false);
	});

	it('names every event that can carry data, by its title', () => {
		const carrying = Object.entries(catalogue).filter(([, entry]) => 'payload' in entry);

		for (const [type] of carrying) {
			const { name } = eventOptions.find(({ value }) => value === type) ?? { name: '' };
			expect(notice?.displayName).toContain(name);
		}
	});
});

it('the editor says what to do while it listens, in one line above the node', () => {
	const { eventTriggerDescription = '' } = trigger.description;

	expect(eventTriggerDescription).toContain('Sample Event in Test Runs');
	expect(eventTriggerDescription.length).toBeLessThan(90);
});
