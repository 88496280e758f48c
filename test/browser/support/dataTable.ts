import type { Locator } from 'playwright-core';

import type { Editor } from './editor';

/** Makes one of n8n's data tables; the columns by name, with their types. */
export async function makeTable(
	editor: Editor,
	name: string,
	columns: Record<string, 'string' | 'number'>,
): Promise<void> {
	await editor.goTo('/home/datatables');
	await editor.part('add-resource-dataTable').click();
	await editor.input('data-table-name-input-select').fill(name);
	await editor.part('proceed-from-select-button').click();
	for (const [column, type] of Object.entries(columns)) {
		await editor.part('data-table-add-column-trigger-button').first().click();
		const form = editor.part('add-column-popover-content');
		await editor.input('add-column-name-input').fill(column);
		await form.locator('.el-select').click();
		await editor.listed(type).click();
		await editor.part('data-table-add-column-submit-button').click();
		await columnOf(editor, column).waitFor();
	}
}

/** Opens a table and returns its rows with their values. */
export async function openTable(editor: Editor, name: string): Promise<Locator> {
	await editor.goTo('/home/datatables');
	await editor.part('data-table-card').filter({ hasText: name }).click();
	return editor.part('data-table-grid').locator('.ag-center-cols-container [role=row]');
}

function columnOf(editor: Editor, name: string): Locator {
	const header = editor.part('data-table-column-header-text').getByTestId('inline-edit-preview');
	return header.getByText(name, { exact: true });
}
