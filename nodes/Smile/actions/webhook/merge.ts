import type { SmileClient } from '../../api/client';
import type { SmileWebhook } from '../../api/schemas';
import type { NewWebhook } from '../../api/webhooks';
import { settingsOf } from '../../api/webhookSettings';
import { withoutExcess } from '../../events/allEvents';
import type { Collection } from '../parameters/field';
import { readFlag } from '../parameters/flag';
import * as fields from './fields';
import { readEvents, readName, readSecret, readUrl } from './wanted';

/** A webhook with some of its fields changed. */
export type Merge = (old: SmileWebhook) => NewWebhook;

/**
 * Reads the changes to a webhook before Smile is asked for it. What was not added stays as it is there; where Smile
 * does not say how that is, the merge throws and names the field: a guess could change what nobody wanted changed.
 */
export function readChanges({ field }: Collection, smile: SmileClient): Merge {
	const [name, url, events, active, includePayload, secret] = [
		fields.name,
		fields.url,
		fields.events,
		fields.active,
		fields.includePayload,
		fields.secret,
	].map(field);
	const changed = {
		name: name.isSet ? readName(name) : undefined,
		url: url.isSet ? readUrl(url) : undefined,
		eventTypes: events.isSet ? readEvents(events) : undefined,
		active: active.isSet ? readFlag(active, true) : undefined,
		includePayload: includePayload.isSet ? readFlag(includePayload, false) : undefined,
		secret: secret.isSet ? readSecret(secret, smile) : undefined,
	};
	const needed = <Value>(
		value: Value | null | undefined | '',
		{ error }: typeof name,
		todo: string,
	): Value => {
		if (value !== undefined && value !== null && value !== '') return value;
		throw error(
			'is needed, as Smile does not show what the webhook has',
			`Add it under Update Fields ${todo}`,
		);
	};
	return (old) => {
		const { url: oldUrl, includePayload: isIncluded } = settingsOf(old);
		const shown = withoutExcess(old.eventTypes);
		const oldTypes = shown.length > 0 ? shown : undefined;
		return {
			name: needed(changed.name ?? old.name, name, 'and enter a name'),
			url: changed.url ?? oldUrl,
			eventTypes: needed(changed.eventTypes ?? oldTypes, events, 'and choose all its events'),
			active: needed(changed.active ?? old.active, active, 'and turn it on or off'),
			includePayload: changed.includePayload ?? isIncluded,
			secret: needed(
				changed.secret ?? old.secret,
				secret,
				'and enter the secret that its receiver checks, or leave it empty for the Webhook Secret of the credential',
			),
		};
	};
}

/**
 * The old webhook as it is to be put back, should it have to be. What Smile does not show of it was added to the
 * update, so it is as somebody wants it and not a guess.
 */
export function asShownOr(wanted: NewWebhook, old: SmileWebhook): SmileWebhook {
	return {
		...old,
		active: old.active ?? wanted.active,
		eventTypes: old.eventTypes.length > 0 ? old.eventTypes : wanted.eventTypes,
	};
}
