import type { SimulatedSmile } from './simulatedSmile';

/** Adds so many webhooks of one moment: seven addresses, every second one inactive, every third one for all events. */
export function addWebhooks({ webhooks }: SimulatedSmile, count: number): void {
	let createdAt: string | undefined;
	for (let index = 0; index < count; index += 1) {
		const added = webhooks.add({
			name: `Hook ${index}`,
			url: `https://receiver.example.test/${index % 7}`,
			active: index % 2 === 0,
			eventTypes: index % 3 === 0 ? ['ALL_EVENTS'] : ['USER_CREATED', 'INCOMES_ADDED'],
		});
		// Lists in the editor are sorted by it, and a second may begin in between.
		createdAt ??= added.createdAt;
		Object.assign(added, { createdAt, updatedAt: createdAt });
	}
}
