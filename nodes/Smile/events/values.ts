/**
 * What fields of events hold today (OpenAPI 1.14.0). Smile's enums are open: a new value is no breaking change for
 * Smile, so these lists offer and describe, and never refuse.
 */

/** `data.status` of a finished task. */
export const taskStatuses = ['SUCCEEDED', 'FAILED'] as const;

/** `data.status` of a requested record. */
export const recordStatuses = ['COMPLETED', 'ERROR'] as const;

/** `data.sourceType`: what `data.sourceId` points at. */
export const sourceTypes = ['ACCOUNT', 'ARCHIVE', 'UPLOAD', 'SOCIAL_SECURITY'] as const;

/** The values as a sentence lists them, such as "COMPLETED or ERROR". */
export function oneOf(values: readonly string[]): string {
	return values.length > 1
		? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
		: (values[0] ?? '');
}
