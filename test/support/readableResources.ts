import type { SmileResource } from '../../nodes/Smile/actions/resource';
import { smileResources } from '../../nodes/Smile/actions/smileResources';
import { dataSchemas } from './dataSchemas';

/** The resources behind events by their values: each is read by id and as a list, in one form. */
export const readableResources = Object.entries<SmileResource>(smileResources).filter(
	([value]) => value in dataSchemas,
);
