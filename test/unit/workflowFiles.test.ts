import alertOnFailures from '../../workflows/alert-on-failures.json';
import closeAGap from '../../workflows/close-a-gap.json';
import reactToNewIncomes from '../../workflows/react-to-new-incomes.json';
import storeIncomes from '../../workflows/store-incomes.json';

const files = [alertOnFailures, closeAGap, reactToNewIncomes, storeIncomes];

describe('the ready-made workflows', () => {
	it('have an id for each webhook of their own, so that n8n answers there after any import', () => {
		const ids = files.flatMap(({ nodes }) =>
			(nodes as Array<{ type: string; webhookId?: string }>)
				.filter(({ type }) => type === 'n8n-nodes-smile.smileTrigger')
				.map(({ webhookId }) => webhookId),
		);

		expect(ids).toEqual(Array(files.length).fill(expect.stringMatching(/^[0-9a-f-]{36}$/)));
		expect(new Set(ids).size).toBe(files.length);
	});
});
