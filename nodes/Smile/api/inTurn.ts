const lastOf = new Map<string, Promise<unknown>>();

/**
 * Runs works of the same key one after the other, in the order of their calls. A wait ends early when `signal`
 * fires; `work` then finds that out.
 */
export async function inTurn<Value>(
	key: string,
	work: () => Promise<Value>,
	signal?: AbortSignal,
): Promise<Value> {
	const before = lastOf.get(key);
	const mine = firstOf(before, signal).then(work);
	// Whoever comes next waits for those before as well, as this work may not have.
	const last = Promise.allSettled([before, mine]);
	lastOf.set(key, last);
	try {
		return await mine;
	} finally {
		if (lastOf.get(key) === last) lastOf.delete(key);
	}
}

async function firstOf(before: Promise<unknown> | undefined, signal?: AbortSignal): Promise<void> {
	if (!before || signal?.aborted) return;
	const aborted = new Promise((resolve) => {
		signal?.addEventListener('abort', resolve, { once: true });
	});
	await Promise.race([before, aborted]);
}
