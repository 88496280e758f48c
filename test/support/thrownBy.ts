/** What a node's error offers beside its message. */
export type NodeFailure = Error & { description?: string; context?: { itemIndex?: number } };

/** The error that a run ends with; throws when it ends well. */
export async function thrownBy(run: Promise<unknown>): Promise<NodeFailure> {
	return await run.then(
		() => {
			throw new Error('Nothing was thrown');
		},
		(error: NodeFailure) => error,
	);
}
