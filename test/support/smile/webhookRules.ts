import { SmileRefusal } from './envelope';
import type { NewWebhook } from './webhookStore';

/**
 * The webhook that a create body asks for, or a refusal that names the wrong field. Limits as in
 * Smile's OpenAPI document; that a URL begins with https:// is said by its prose only.
 */
export function webhookOf(
	body: Record<string, unknown>,
	eventTypes: ReadonlySet<string>,
	secretsRequired: boolean,
): NewWebhook {
	const url = text(body, 'url', 500);
	if (!url.startsWith('https://')) throw invalid('url', 'begin with https://');
	return {
		name: text(body, 'name', 200),
		url,
		eventTypes: typesOf(body.eventTypes, eventTypes),
		active: flag(body, 'active'),
		secret: !secretsRequired && body.secret === undefined ? '' : text(body, 'secret', 64),
		includePayload: body.includePayload === undefined ? false : flag(body, 'includePayload'),
	};
}

function text(body: Record<string, unknown>, field: string, maximum: number): string {
	const value = body[field];
	// JSON Schema counts characters as code points.
	const length = typeof value === 'string' ? [...value].length : 0;
	if (typeof value !== 'string' || length < 1 || length > maximum) {
		throw invalid(field, `be a text of 1 to ${maximum} characters`);
	}
	return value;
}

function flag(body: Record<string, unknown>, field: string): boolean {
	const value = body[field];
	if (typeof value !== 'boolean') throw invalid(field, 'be true or false');
	return value;
}

function typesOf(value: unknown, known: ReadonlySet<string>): string[] {
	if (!Array.isArray(value)) throw invalid('eventTypes', 'be a list');
	return value.map((type: unknown) => {
		if (typeof type === 'string' && known.has(type)) return type;
		throw invalid('eventTypes', 'hold event types of Smile only');
	});
}

function invalid(field: string, rule: string): SmileRefusal {
	return new SmileRefusal('INVALID_PARAMETERS', `${field} must ${rule}`);
}
