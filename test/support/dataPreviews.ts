import { z } from 'zod/v4';

import type { SmileResource } from '../../nodes/Smile/actions/resource';
import { resources } from '../../nodes/Smile/actions/resources';
import { smileResources } from '../../nodes/Smile/actions/smileResources';
import { id, text, userId, when } from './dataSchemas';
import { previewOf, type PreviewSchema } from './previewSchema';
import { resourceSchemas } from './resourceSchemas';

const token = {
	accessToken: text('Token that opens the widget once'),
	expiresAt: when('it ends'),
	mode: text('SANDBOX or PRODUCTION'),
};
const removed = z.object({
	deleted: z.boolean().meta({ description: 'Always true' }),
	id: text('Id of what was deleted'),
});
const acted = z.object({
	success: z.boolean().meta({ description: 'Always true' }),
	id: text('Id of what it was done to'),
});

/** Results that are not the record of the resource. */
const ofOperation: Record<string, z.ZodObject> = {
	'account/disableMonitor': acted,
	'account/export': z.object({
		id,
		accountId: text('Account whose data it holds'),
		exportExtensionType: text('PDF or CSV'),
		md5: text('Checksum of the file'),
		downloadUrl: text('Where the file is; whoever knows it has the file'),
		createdAt: when('it was made'),
	}),
	'payslip/sendManualResult': acted,
	'payslip/upload': resourceSchemas.archive,
	'user/create': z.object({ id, createdAt: when('it was made'), token: z.object(token) }),
	'user/createToken': z.object({ ...token, userId }),
	'user/resetSession': acted,
};

/** Previews of all resources by `<resource>/<operation>`, as their results leave unless asked otherwise. */
export function dataPreviews(): Record<string, PreviewSchema> {
	const previews: Record<string, PreviewSchema> = {};
	for (const [value, resource] of Object.entries<SmileResource>(smileResources)) {
		const record = previewOf(resourceSchemas[value as keyof typeof smileResources]);
		const shown = resource.simplified ? simplified(record, resource.simplified) : record;
		for (const { option } of resources[value].operations) {
			const path = `${value}/${option.value}`;
			const isRead = option.value === 'get' || option.value === 'getAll';
			const isRemoval = option.value === 'delete' || option.value === 'revoke';
			const schema = isRemoval ? removed : ofOperation[path];
			previews[path] = schema ? previewOf(schema) : isRead ? shown : record;
		}
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
