import { addFirst, addNext } from './support/canvas';
import { makeTable, openTable } from './support/dataTable';
import { dragField } from './support/inputFields';
import { photographEachTest } from './support/pictures';
import { startVisitor, type Visitor } from './support/visitor';

const fiveMinutesMs = 5 * 60_000;

let visitor: Visitor | undefined;
beforeAll(async () => {
	visitor = await startVisitor();
});
afterAll(async () => await visitor?.close());
photographEachTest(() => visitor?.editor);

describe('a newcomer who has started the demo', () => {
	it('builds trigger, Get Data and a table in five minutes, which then fills by itself', async () => {
		if (!visitor) throw new Error('The demo has not been started');
		const { editor, demo } = visitor;
		const begun = Date.now();

		await makeTable(editor, 'Incomes', { employer: 'string', netAmount: 'number' });
		const trigger = await addFirst(editor, 'Smile', 'On incomes added');
		await trigger.executeButton.click();
		await trigger.output.getByText('INCOMES_ADDED').first().waitFor();
		await trigger.close();

		const getData = await addNext(editor, 'Smile', 'Get data of an event');
		await getData.executeButton.click();
		await getData.output.getByText('6 items').waitFor();
		await getData.close();

		const insert = await addNext(editor, 'Data table', 'Insert row');
		await insert.part('rlc-input').click();
		await editor.part('rlc-item').getByText('Incomes').click();
		for (const column of ['employer', 'netAmount']) {
			await dragField(insert, column, insert.part(`parameter-input-${column}`));
			await insert.part('node-parameters').getByText(`{{ $json.record.${column} }}`).waitFor();
		}
		await insert.close();
		await editor.publish();
		await editor.page.getByRole('dialog').getByText('Workflow published').waitFor();
		const tookMs = Date.now() - begun;

		await demo.printed(/INCOMES_ADDED +signed +200 accepted by My workflow\n/);
		const rows = await openTable(editor, 'Incomes');
		await rows.nth(5).waitFor();
		const [first] = await rows.allInnerTexts();

		expect(first).toMatch(/\w+[^]*18.\d{3}\.\d/);
		expect(tookMs).toBeLessThan(fiveMinutesMs);
		expect(editor.pageErrors).toEqual([]);
	});
});
