import type { Emitted } from '../../support/smile/delivery';
import { answerOf, isAccepted, type Outcome } from './outcome';
import { playedAt, type Players } from '../players';
import type { Scene } from './scenes';

/** Delivers a scene and reads in n8n what each delivery has started that a workflow of the demo accepted. */
export async function play(scene: Scene, players: Players): Promise<Outcome[]> {
	const copies = Array.from({ length: scene.copies ?? 1 }, async () => {
		const sentAt = new Date();
		return await outcomesOf(scene, sentAt, await send(scene, players), players);
	});
	return (await Promise.all(copies)).flat();
}

/** How the deliveries of one event ended. */
export async function outcomesOf(
	scene: Outcome['scene'],
	sentAt: Date,
	deliveries: Emitted[],
	players: Players,
): Promise<Outcome[]> {
	return await Promise.all(
		deliveries.map(async ({ webhook: receiver, ...delivered }) => {
			const { status, attempts } = delivered;
			const answer = answerOf(delivered);
			const outcome = { scene, sentAt, receiver, status, answer, tries: attempts.length };
			const played = playedAt(players, receiver.url);
			if (!isAccepted(outcome) || !played || scene.eventId === undefined) return outcome;
			const execution = await played.executions.startedBy(scene.eventId);
			return { ...outcome, execution: execution ?? ('not shown' as const) };
		}),
	);
}

async function send({ body, options, to }: Scene, { smile }: Players): Promise<Emitted[]> {
	if (to === undefined) return await smile.emit(body, options);
	const webhook = smile.webhooks.withUrl(to).at(-1);
	if (!webhook) return [];
	return [{ webhook, ...(await smile.deliver(body, { ...options, to: webhook })) }];
}
