import type { EventInput } from '../../events/eventInput';

/**
 * What an item of the output Records has in common with others of the same event that lead to the same list: 300
 * records must not read it 300 times.
 */
export function sameData({ id, type, datapoint, data }: EventInput): string | undefined {
	if (datapoint === undefined) return undefined;
	const source = datapoint === 'forms' ? data.userId : data.sourceId;
	return JSON.stringify([id, type, datapoint, source]);
}
