/** Ids that are remembered; beyond it the oldest is forgotten. */
const REMEMBERED = 10_000;

/** Ids that this process has given out as the result of a creation, the oldest first. */
const ids = new Set<string>();

/** Notes that something is the result of one creation: it is never that of another. */
export function handOut(id: string): void {
	ids.add(id);
	const [oldest] = ids;
	if (ids.size > REMEMBERED) ids.delete(oldest);
}

/** Whether something was the result of a creation before. */
export function isHandedOut(id: string): boolean {
	return ids.has(id);
}
