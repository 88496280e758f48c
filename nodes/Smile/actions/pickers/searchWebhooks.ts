import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filledText } from '../../shared/textOf';
import { searchList, type PickList } from './searchList';

const webhooks: PickList = {
	plural: 'webhooks',
	path: '/webhooks',
	nameOf({ name, url }, id) {
		const [shown, address] = [filledText(name), filledText(url)];
		return `${shown.ok ? shown.value : id}${address.ok ? ` (${address.value})` : ''}`;
	},
};

/** The list of the field Webhook; see `searchList`. */
export async function searchWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
	cursor?: string,
): Promise<INodeListSearchResult> {
	return await searchList(this, webhooks, filter, cursor);
}
