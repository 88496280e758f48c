import type { IDataObject } from 'n8n-workflow';

import { writeOnce } from '../../api/writeOnce';
import { isJsonObject } from '../../shared/jsonObject';
import { locator, readId } from '../parameters/locator';
import type { Verb } from '../resource';
import type { Place } from '../verbs/create';

/** Makes a credential for the widget of Smile, for one person. Each call gives another one. */
export const createToken: Verb = (value, resource) => {
	const picked = { ...locator(value, resource), description: 'The user whom the token is for' };
	return {
		option: {
			name: 'Create Link Token',
			value: 'createToken',
			action: 'Create link token for a user',
			description:
				'Get a token that opens the widget of Smile for a person, once and within five hours',
		},
		writes: true,
		properties: [picked],
		async run(context, itemIndex, orThrow, smile) {
			const userId = readId(context, itemIndex, picked);
			return [{ ...(await tokenOf({ orThrow, smile }, userId)), userId }];
		},
	};
};

/** A link token; the user stands in the address, as Smile wants it, and the body is empty. */
export async function tokenOf(
	{ orThrow, smile }: Pick<Place, 'orThrow' | 'smile'>,
	userId: unknown,
): Promise<IDataObject> {
	const query = { userId: String(userId) };
	const request = { method: 'POST' as const, path: '/tokens', query, body: {} };
	const madeIn = (data: unknown) =>
		isJsonObject(data) && typeof data.accessToken === 'string' ? data : undefined;
	const write = await writeOnce(smile, { ...request, repeat: 'safe', madeIn });
	const { data } = orThrow(write, `create a link token for the user ${query.userId}`);
	return isJsonObject(data) ? data : {};
}
