import type { PublishedTrigger } from './publishedTrigger';

export interface Answer {
	status: number;
	body: string;
}

/** Posts to a trigger's webhook on this machine, unsigned and as JSON unless the headers say otherwise. */
export async function post(
	trigger: PublishedTrigger,
	body: string | Uint8Array<ArrayBuffer>,
	headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Answer> {
	const answer = await fetch(trigger.localUrl, { method: 'POST', body, headers });
	return { status: answer.status, body: await answer.text() };
}
