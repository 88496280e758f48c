import type { Locator } from 'playwright-core';

import type { NodePanel } from './nodePanel';

/** Names of the input's fields, known or previewed; waits for the first. */
export async function inputFields(panel: NodePanel): Promise<string[]> {
	const input = panel.part('ndv-input-panel');
	await input.getByTestId('run-data-schema-header').first().waitFor();
	const names = await input.getByTestId('run-data-schema-node-name').allInnerTexts();
	return names.map((name) => name.trim());
}

/** Drags a field of the input onto a place of the parameters, as with a mouse. */
export async function dragField(panel: NodePanel, field: string, target: Locator): Promise<void> {
	const page = target.page();
	const source = panel.part('run-data-schema-node-name').filter({
		has: page.getByText(field, { exact: true }),
	});
	const [from, to] = [await middleOf(source.first()), await middleOf(target)];
	const { mouse } = page;
	await mouse.move(from.x, from.y);
	await mouse.down();
	await mouse.move(from.x + 30, from.y + 10, { steps: 4 });
	await mouse.move(to.x, to.y, { steps: 12 });
	await mouse.up();
}

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
	await place.waitFor();
	const box = await place.boundingBox();
	if (!box) throw new Error('The place is not shown');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
