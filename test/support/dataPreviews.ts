import type { SmileResource } from '../../nodes/Smile/actions/resource';
import { smileResources } from '../../nodes/Smile/actions/resources';
import { dataSchemas } from './dataSchemas';
import { previewOf, type PreviewSchema } from './previewSchema';

/** Previews of all readable resources by `<resource>/<operation>`, as their records leave unless asked otherwise. */
export function dataPreviews(): Record<string, PreviewSchema> {
	const previews: Record<string, PreviewSchema> = {};
	for (const [value, resource] of Object.entries<SmileResource>(smileResources)) {
		const record = previewOf(dataSchemas[value as keyof typeof smileResources]);
		const shown = resource.simplified ? simplified(record, resource.simplified) : record;
		previews[`${value}/get`] = shown;
		previews[`${value}/getAll`] = shown;
	}
	return previews;
}

function simplified(
	record: PreviewSchema,
	places: Readonly<Record<string, string>>,
): PreviewSchema {
	const fields = Object.entries(places).map(([name, place]) => [name, fieldAt(record, place)]);
	return { type: 'object', properties: Object.fromEntries(fields) as PreviewSchema['properties'] };
}

/** The preview of the value at a place such as `emails.0.address`; a text where none is described. */
function fieldAt(record: PreviewSchema, place: string): PreviewSchema {
	let found: PreviewSchema | undefined = record;
	for (const step of place.split('.')) {
		found = /^\d+$/.test(step) ? found?.items : found?.properties?.[step];
	}
	return found ?? { type: 'string' };
}
