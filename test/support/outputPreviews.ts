import { z } from 'zod/v4';

import { webhook } from '../../nodes/Smile/api/schemas';
import { catalogue } from '../../nodes/Smile/events/catalogue';
import { envelopeFields } from '../../nodes/Smile/events/fields';
import { dataPreviews } from './dataPreviews';
import { eventPreviews } from './eventPreviews';
import { cutBelow, merged, previewOf, type PreviewSchema } from './previewSchema';

/** The nodes' typeVersions. tsx would import `Smile.node.json` for `Smile.node`; a test compares. */
export const ACTION_VERSIONS = [1];
export const TRIGGER_VERSIONS = [1, 1.1];

const shownWebhook = webhook.omit({ secret: true });

const ofOperation: Record<string, z.ZodType> = {
	create: shownWebhook,
	delete: z.object({
		deleted: z.boolean().meta({ description: 'Always true' }),
		id: z.string().meta({ description: 'Id of the deleted webhook' }),
	}),
	get: shownWebhook,
	getAll: shownWebhook,
	update: shownWebhook.extend({
		replacedWebhookId: z.string().meta({ description: 'Id of the webhook that this one replaces' }),
	}),
};

/**
 * Path below `__schema__` to preview, for both nodes. n8n 2.41.1 looks beside the compiled node for
 * `v<version>/<resource>/<operation>.json`, and for a node without resource for `v<version>.json`
 * (n8n-core, output-schema-resolver). It goes by folder, not by node: where both nodes share a
 * version, the action without its parameters would be shown as the trigger, so the trigger has
 * previews only for versions of its own.
 */
export function outputPreviews(): Record<string, PreviewSchema> {
	const previews: Record<string, PreviewSchema> = {};
	for (const version of TRIGGER_VERSIONS.filter((known) => !ACTION_VERSIONS.includes(known))) {
		previews[`${padded(version)}.json`] = triggerPreview();
	}
	for (const version of ACTION_VERSIONS) {
		for (const [path, preview] of Object.entries({ ...dataPreviews(), ...eventPreviews() })) {
			previews[`${padded(version)}/${path}.json`] = preview;
		}
		for (const [operation, schema] of Object.entries(ofOperation)) {
			previews[`${padded(version)}/webhook/${operation}.json`] = previewOf(schema);
		}
	}
	return previews;
}

/** Deep enough for the fields of a record, not for a payload within the payload of a session. */
const TRIGGER_LEVELS = 6;

/** All events in one: the fields that any of them may have. */
function triggerPreview(): PreviewSchema {
	const envelope = previewOf(z.object(envelopeFields()));
	const data = Object.values(catalogue)
		.map((entry) => previewOf(entry.data()))
		.reduce(merged);
	return cutBelow(TRIGGER_LEVELS, {
		...envelope,
		properties: { ...envelope.properties, data },
	});
}

/** A typeVersion as the folder name that n8n asks for: 1.1 is v1.1.0. */
function padded(version: number): string {
	return `v${[...String(version).split('.'), '0', '0'].slice(0, 3).join('.')}`;
}
