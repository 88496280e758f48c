/** A signal, and whether somebody still listens to it, for each who began to. */
export function watchedSignal() {
	const { signal } = new AbortController();
	const until: Array<AbortSignal | undefined> = [];
	signal.addEventListener = (_type: string, _listener: unknown, options?: unknown) =>
		void until.push((options as { signal?: AbortSignal } | undefined)?.signal);
	return { signal, isHeard: () => until.map((end) => end?.aborted !== true) };
}
