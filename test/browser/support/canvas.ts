import type { Editor } from './editor';
import type { NodePanel } from './nodePanel';

/** Begins a workflow with a trigger: the node and its event by the names that n8n lists. */
export async function addFirst(editor: Editor, node: string, event: string): Promise<NodePanel> {
	await editor.goTo('/home/workflows');
	await editor.part('add-resource-workflow').click();
	await editor.part('canvas-add-button').click();
	return await pick(editor, node, event);
}

/** Adds a node behind the last one. */
export async function addNext(editor: Editor, node: string, action: string): Promise<NodePanel> {
	await editor.part('canvas-handle-plus').last().click();
	return await pick(editor, node, action);
}

async function pick(editor: Editor, node: string, action: string): Promise<NodePanel> {
	const { page } = editor;
	await editor.input('node-creator-search-bar').fill(node);
	const named = page.getByText(node, { exact: true });
	await editor.part('node-creator-item-name').filter({ has: named }).first().click();
	await page.getByText(action, { exact: true }).click();
	return await editor.openedNode();
}
