import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

/** What was thrown, as an error that n8n shows with its description. */
export function nodeError(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	return new NodeOperationError(node, error instanceof Error ? error : 'An unknown error occurred');
}

/** Puts sentences before what an error says to do. */
export function tell(error: NodeApiError | NodeOperationError, sentences: string): void {
	error.description = [sentences, error.description].filter(Boolean).join(' ');
}
