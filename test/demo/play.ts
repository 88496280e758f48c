import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import type { Executions } from './executions';
import { answerOf, isAccepted, type Outcome } from './outcome';
import type { Scene } from './scenes';

export interface Players {
	smile: SimulatedSmile;
	executions: Executions;
	/** The address that n8n registered at Smile. */
	webhookUrl: string;
}

/** Delivers a scene and reads in n8n what each accepted delivery has started. */
export async function play(scene: Scene, players: Players): Promise<Outcome[]> {
	const copies = Array.from({ length: scene.copies ?? 1 }, async () => await send(scene, players));
	return await Promise.all(copies);
}

async function send(scene: Scene, players: Players): Promise<Outcome> {
	const { smile, executions, webhookUrl } = players;
	const sentAt = new Date();
	const delivered = await smile.deliver(scene.body, { ...scene.options, to: webhookUrl });
	const { status, attempts } = delivered;
	const outcome = { scene, sentAt, status, answer: answerOf(delivered), tries: attempts.length };
	if (!isAccepted(outcome) || scene.eventId === undefined) return outcome;
	return { ...outcome, execution: await executions.startedBy(scene.eventId) };
}
