import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

type Hint = Pick<NodeExecutionHint, 'message' | 'type'>;

const several = (count: number, one: string, many: string) =>
	count === 1 ? one : `${count} ${many}`;

/** What an execution may be told of beside its output, by how many items or results it is true for. */
const hints = {
	cutAtLimit: (count: number): Hint => ({
		type: 'info',
		message: `Smile has more than Limit let through${count > 1 ? ` for ${count} items` : ''}. Turn on Return All, or raise Limit, to get it.`,
	}),
	gone: (count: number): Hint => ({
		type: 'warning',
		message: `${several(count, 'One result has', 'results have')} no record, as Smile does not hold the data: "reason" says why. Keep them out with a Filter on "gone" where the next nodes need records.`,
	}),
	newId: (count: number): Hint => ({
		type: 'info',
		message: `${several(count, 'The webhook has', 'webhooks have')} a new ID, as Smile cannot change one. Use it wherever the old one, under "replacedWebhookId", is written down.`,
	}),
};
export type HintKind = keyof typeof hints;

/** What each execution has come upon; forgotten with the execution. */
const noted = new WeakMap<IExecuteFunctions, Map<HintKind, number>>();

/** Remembers that something is true for so many more items or results. */
export function noteHint(context: IExecuteFunctions, kind: HintKind, count = 1): void {
	if (count < 1) return;
	const counts = noted.get(context) ?? new Map<HintKind, number>();
	noted.set(context, counts.set(kind, (counts.get(kind) ?? 0) + count));
}

/** Shows what was noted above the output, each kind once. Older n8n cannot. */
export function showHints(context: IExecuteFunctions): void {
	if (!('addExecutionHints' in context)) return;
	const shown = [...(noted.get(context) ?? [])].map(([kind, count]): NodeExecutionHint => {
		return { ...hints[kind](count), location: 'outputPane' };
	});
	if (shown.length > 0) context.addExecutionHints(...shown);
}
