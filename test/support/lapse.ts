/* eslint-disable @n8n/community-nodes/no-restricted-imports -- lets time pass */
import { setTimeout as pause } from 'node:timers/promises';

/** Lets a fault last for that many milliseconds. For what will happen sooner or later: `waitFor`. */
export async function lapse(ms: number): Promise<void> {
	await pause(ms);
}
