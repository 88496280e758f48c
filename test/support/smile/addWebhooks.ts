import type { SimulatedSmile } from './simulatedSmile';

/** Adds so many webhooks that differ: seven addresses, every second one inactive, every third one for all events. */
export function addWebhooks({ webhooks }: SimulatedSmile, count: number): void {
	for (let index = 0; index < count; index += 1) {
		webhooks.add({
			name: `Hook ${index}`,
			url: `https://receiver.example.test/${index % 7}`,
			active: index % 2 === 0,
			eventTypes: index % 3 === 0 ? ['ALL_EVENTS'] : ['USER_CREATED', 'INCOMES_ADDED'],
		});
	}
}
