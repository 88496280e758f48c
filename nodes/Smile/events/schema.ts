import { z } from 'zod/v4';

import { catalogue } from './catalogue';
import { type SmileEventType } from './event';
import { envelopeFields } from './fields';

const built = new Map<SmileEventType, z.ZodObject>();

/** The schema of a whole event, envelope and data; built on first use and kept. */
export function eventSchema(type: SmileEventType): z.ZodObject {
	const known = built.get(type);
	if (known) return known;
	const schema = z.object({ ...envelopeFields(), data: catalogue[type].data() });
	built.set(type, schema);
	return schema;
}
