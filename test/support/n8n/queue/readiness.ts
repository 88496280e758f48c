/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks again and again */

const everyMs = 250;
const patienceMs = 5_000;

export interface Readiness {
	isReady(port: number): boolean;
	/** A process that refused a connection is out until it says that it is ready. */
	markDown(port: number): void;
	stop(): void;
}

async function ask(port: number): Promise<boolean | undefined> {
	const signal = AbortSignal.timeout(patienceMs);
	try {
		const answer = await fetch(`http://127.0.0.1:${port}/healthz/readiness`, { signal });
		return answer.status === 200;
	} catch {
		// No answer in time is no news: a busy process is not a dead one.
		return signal.aborted ? undefined : false;
	}
}

/**
 * Watches which n8n processes say that they are ready. Without that, deliveries get lost: while
 * n8n 2.41.1 starts, it answers 200 to every request from the time its database is connected until its
 * migrations are done (abstract-server.js), and Smile takes that for a success.
 */
export function watchReadiness(ports: readonly number[]): Readiness {
	const ready = new Set<number>(ports);
	let ended = false;
	let timer: NodeJS.Timeout | undefined;
	const look = async () => {
		await Promise.all(
			ports.map(async (port) => {
				const answer = await ask(port);
				if (answer === true) ready.add(port);
				if (answer === false) ready.delete(port);
			}),
		);
		if (!ended) timer = setTimeout(() => void look(), everyMs);
	};
	void look();
	return {
		isReady: (port) => ready.has(port),
		markDown: (port) => void ready.delete(port),
		stop: () => {
			ended = true;
			clearTimeout(timer);
		},
	};
}
