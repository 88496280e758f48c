import { resources } from '../../../nodes/Smile/actions/resources';
import type { NodePanel } from './nodePanel';

/** What the list of resources holds: n8n adds an entry of its own, for nodes whose credential it can use. */
export const listOfResources = [
	'Event',
	...Object.values(resources)
		.map(({ name }) => name)
		.filter((name) => name !== 'Event')
		.sort(),
	'Custom API Call',
];

/** Names in the list of resources, which it opens and closes. */
export async function resourcesIn(panel: NodePanel): Promise<string[]> {
	const list = await panel.openList('resource');
	const names = await list.locator('[class*=option-headline]').allInnerTexts();
	await list.page().keyboard.press('Escape');
	return names;
}
