/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- listens to signals */
import { setTimeout as pause } from 'node:timers/promises';
import { endDescendants } from './descendants';

/**
 * Aborted by the first Ctrl-C (or SIGTERM, or a closed terminal). Further ones change nothing: the
 * terminal and npm each pass on the same one.
 */
export function listenForInterruption(): AbortSignal {
	const controller = new AbortController();
	const interrupt = () => controller.abort();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
	process.stdout.on('error', interrupt);
	return controller.signal;
}

/**
 * Waits for a preparation that cannot be told to stop. An interruption ends the programs that it
 * runs, one after the other, so that it fails and clears away what it has begun.
 */
export async function untilPrepared<T>(stop: AbortSignal, preparation: Promise<T>): Promise<T> {
	let isOver = false;
	const endPrograms = async () => {
		while (!isOver) {
			await endDescendants();
			await pause(250);
		}
	};
	const onStop = () => void endPrograms();
	stop.addEventListener('abort', onStop);
	try {
		return await preparation;
	} finally {
		isOver = true;
		stop.removeEventListener('abort', onStop);
	}
}

/** Settles with the work, or as soon as an interruption comes. */
export async function untilStopped(stop: AbortSignal, work: Promise<void>): Promise<void> {
	const stopped = new Promise<void>((resolve) => {
		if (stop.aborted) resolve();
		stop.addEventListener('abort', () => resolve(), { once: true });
	});
	// What was under way fails when n8n and Smile stop, and nobody listens any more.
	work.catch(() => undefined);
	await Promise.race([work, stopped]);
}
