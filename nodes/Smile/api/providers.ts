import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { filledText } from '../shared/textOf';
import { clientOf } from './client';
import { smileError } from './errors';
import { readList } from './read';

/** The list of the organizations at which a person can link an account. */
export const PROVIDERS_PATH = '/providers';

/** More than a person would look through; Smile lists some hundreds. */
const MOST_PROVIDERS = 3_000;

/** Every provider at Smile by its name, for a field of several in the editor. Throws what a person can act on. */
export async function loadProviders(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const smile = await clientOf(this);
	const listed = await readList(smile, PROVIDERS_PATH, {}, MOST_PROVIDERS);
	if (!listed.ok) throw smileError(listed.failure, { ...smile, doing: 'read the providers' });
	return listed.value
		.flatMap(({ id, name }) => {
			const [value, label] = [filledText(id), filledText(name)];
			if (!value.ok) return [];
			return [
				{ name: label.ok ? `${label.value} (${value.value})` : value.value, value: value.value },
			];
		})
		.sort((one, other) => one.name.localeCompare(other.name));
}
