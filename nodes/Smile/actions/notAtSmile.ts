import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/** Something that was to be deleted, and that Smile does not know. */
export interface NotAtSmile {
	/** What it is, such as "webhook". */
	noun: string;
	id: string;
	/** What may have happened to it before, such as "deleted". */
	done: string;
	/** What to do now, as a whole sentence. */
	todo: string;
}

/** The error of a deletion after which nothing can be said to have been deleted. */
export function notAtSmile(
	context: IExecuteFunctions,
	itemIndex: number,
	{ noun, id, done, todo }: NotAtSmile,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), `Smile knows no ${noun} ${id}`, {
		itemIndex,
		description: `It may have been ${done} before, or belong to another environment. ${todo}`,
	});
}
