import { randomUUID } from 'node:crypto';
import { isKnownType } from '../../../nodes/Smile/events/event';
import { sampleEvent } from '../../../nodes/Smile/events/sample';
import type { ApiSwitches } from './apiSwitches';
import type { Deliverable, EventFields } from './delivery';
import { smileTime } from './webhookStore';

const typesWithOptionalPayload = new Set(['TASK_FINISHED', 'ACCOUNT_SYNC_TASK_FINISHED']);

interface EventLike {
	type?: unknown;
	data?: unknown;
}

/** A documented type becomes its sample event, as if it happened now; other events stay. */
export function resolveEvent(
	event: Deliverable,
	overrides: EventFields = {},
): Buffer | string | EventLike {
	if (typeof event !== 'string' || !isKnownType(event)) return event;
	const sample: EventFields = { ...sampleEvent(event) };
	const fresh = { id: `et-${randomUUID().replaceAll('-', '')}`, createdAt: smileTime() };
	return { ...sample, ...fresh, ...overrides, data: { ...sample.data, ...overrides.data } };
}

/** The `type` that a body carries; undefined where it carries none. */
export function typeOf(event: Buffer | string | EventLike): string | undefined {
	try {
		const parsed = isRaw(event) ? (JSON.parse(event.toString()) as EventLike | null) : event;
		return typeof parsed?.type === 'string' ? parsed.type : undefined;
	} catch {
		return undefined;
	}
}

/** The event without its payload, where Smile sends one only to webhooks that asked for it. */
export function withoutPayload(
	event: Buffer | string | EventLike,
	form: ApiSwitches['emptyPayload'] = 'missing',
): Buffer | string | EventLike {
	if (isRaw(event) || !typesWithOptionalPayload.has(String(event.type))) return event;
	const payload = { missing: undefined, null: null, emptyObject: {} }[form];
	return { ...event, data: { ...(event.data as Record<string, unknown>), payload } };
}

/** Fields of `data` that need not be there, or that older texts of Smile's do not know. */
const optionalFields = new Set(['errorCode', 'providers', 'session', 'status', 'taskType']);

/** The event without the fields that need not be there. */
export function withoutOptional(event: Buffer | string | EventLike): Buffer | string | EventLike {
	if (isRaw(event)) return event;
	const fields = Object.entries((event.data ?? {}) as Record<string, unknown>);
	const data = Object.fromEntries(fields.filter(([name]) => !optionalFields.has(name)));
	return { ...event, data };
}

/**
 * The bytes of a body. Text and bytes stay as they are; in JSON made here, whole amounts get the
 * `.0` that Smile's samples write, so that whoever serialises a body again breaks its signature.
 * Names of fields are short: only so much of a long text is looked through for one.
 */
export function bytesOf(event: Buffer | string | EventLike): Buffer {
	if (Buffer.isBuffer(event)) return event;
	if (typeof event === 'string') return Buffer.from(event);
	const json = JSON.stringify(event).replace(/("\w{0,40}[aA]mount":-?\d+)(?=[,}])/g, '$1.0');
	return Buffer.from(json);
}

function isRaw(event: Buffer | string | EventLike): event is Buffer | string {
	return typeof event === 'string' || Buffer.isBuffer(event);
}
