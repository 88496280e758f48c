/**
 * Unfolds the format in which n8n stores execution data (that of the package flatted): a list of
 * values in which every string inside a list or an object is the position of the value meant.
 */
export function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const unfolded = new Map<number, unknown>();

	const unfold = (position: number): unknown => {
		const raw = values[position];
		if (typeof raw !== 'object' || raw === null) return raw;
		if (unfolded.has(position)) return unfolded.get(position);

		const copy = (Array.isArray(raw) ? [] : {}) as Record<string, unknown>;
		unfolded.set(position, copy);
		for (const [key, value] of Object.entries(raw)) {
			copy[key] = typeof value === 'string' ? unfold(Number(value)) : value;
		}
		return copy;
	};

	return unfold(0);
}
