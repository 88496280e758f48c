import { eventually } from '../waitFor';
import type { N8n } from './types';

/** Waits until n8n's log says something: its lines come here by another way than its answers, and may be later. */
export async function untilLogged(n8n: N8n, words: string): Promise<void> {
	await eventually(() => n8n.log().includes(words), `n8n to log "${words}"`);
}
