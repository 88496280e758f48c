import type { INodeProperties } from 'n8n-workflow';

/** A sentence above the fields about what an operation does to a person or to others. */
export function notice(text: string): INodeProperties {
	return { displayName: text, name: 'operationNotice', type: 'notice', default: '' };
}
