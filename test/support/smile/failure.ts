interface Signals {
	timeout: AbortSignal;
	closing: AbortSignal;
}

/** Why a delivery got no answer, in a few words. */
export function describeFailure(error: unknown, { timeout, closing }: Signals): string {
	if (closing.aborted) return 'the simulation was closed';
	if (timeout.aborted) return 'no answer in time';
	// No instanceof: errors of Node come from another realm than code that jest runs.
	const { code, message } = error as Partial<NodeJS.ErrnoException>;
	return code ?? message ?? String(error);
}
