import type { IDataObject } from 'n8n-workflow';

import { dayToLookFrom } from '../../api/findMade';
import { recordIn } from '../../api/writeOnce';
import { holds } from '../../shared/holds';
import { isJsonObject } from '../../shared/jsonObject';
import { optionsOf } from '../parameters/field';
import { readFlag } from '../parameters/flag';
import { metadataInput } from '../parameters/metadata';
import { optionsProperty } from '../parameters/optionsProperty';
import { create, type Place } from '../verbs/create';
import { write } from '../write';
import { tokenOf } from './user.token';

const includeToken = {
	displayName: 'Include Link Token',
	name: 'includeToken',
	type: 'boolean',
	default: true,
	description:
		'Whether the result holds a token that opens the widget of Smile for this person, once and within five hours. Whoever has it can link accounts as this person, and executions keep it.',
} as const;

/**
 * Makes a user. After a lost answer it is known again by its metadata; without, nothing tells it from others, and
 * nothing is repeated.
 */
export const createUser = create({
	action: 'Create user',
	description: 'Make a user for a person, who can then link accounts; nobody is written to',
	inputs: [],
	additional: [metadataInput],
	properties: optionsProperty([includeToken]),
	repeat: 'look',
	request: (body, { path }, place) => {
		// Before anything is made: an error after it would hide its id.
		wantsToken(place);
		const { externalMetadata } = body;
		if (!isJsonObject(externalMetadata)) return { path, body };
		const isEqual = (user: IDataObject) =>
			holds(user.externalMetadata, externalMetadata) &&
			Object.keys(user.externalMetadata as object).length === Object.keys(externalMetadata).length;
		return { path, body, look: { path, query: { startDate: dayToLookFrom() }, isEqual } };
	},
	madeIn: (data) => (isJsonObject(data) ? recordIn(data.user) : undefined),
	async toResult({ data, isFound }, place) {
		const answer = isJsonObject(data) ? data : {};
		const user = isFound || !isJsonObject(answer.user) ? answer : answer.user;
		if (!wantsToken(place)) return user;
		const token = isFound || !isJsonObject(answer.token) ? undefined : answer.token;
		return { ...user, token: token ?? (await tokenForFound(place, String(user.id))) };
	},
});

function wantsToken({ context, itemIndex }: Pick<Place, 'context' | 'itemIndex'>): boolean {
	return readFlag(optionsOf(context, itemIndex).field(includeToken), includeToken.default);
}

/** The first token was in the answer that was lost. Without another one the error says that the user is there. */
async function tokenForFound(place: Place, id: string): Promise<IDataObject> {
	const { smile, orThrow } = place;
	return await write(
		{
			smile,
			orThrow,
			doing: `create a link token for the user ${id}`,
			lookUp: `The user ${id} is there. Use Create Link Token for this ID; running this again would make another user.`,
			hasBegun: true,
		},
		async () => ({ ok: true, value: await tokenOf(place, id) }),
	);
}
