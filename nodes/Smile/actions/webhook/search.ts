import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { clientOf } from '../../api/client';
import { smileError } from '../../api/errors';
import { page, webhook } from '../../api/schemas';
import { PAGE_SIZE } from '../../api/paginate';
import { requestSmile } from '../../api/request';
import { withRetries } from '../../api/retry';

/** The list of the field Webhook, one page of Smile's at a time; the filter looks at name, address and id. */
export async function searchWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
	cursor?: string,
): Promise<INodeListSearchResult> {
	const smile = await clientOf(this);
	const answer = await withRetries(
		async () =>
			await requestSmile(smile, {
				method: 'GET',
				path: '/webhooks',
				query: { size: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) },
			}),
	);
	const found = answer.ok ? page.safeParse(answer.data).data : undefined;
	if (!found) {
		throw smileError(answer.ok ? { kind: 'unreadable' } : answer.failure, {
			...smile,
			doing: 'read the webhooks',
		});
	}

	const sought = filter?.trim().toLowerCase() ?? '';
	const hooks = found.items.map((item) => webhook.safeParse(item).data);
	return {
		results: hooks
			.filter((hook) => hook !== undefined)
			.filter(({ id, name, url }) => `${name ?? ''}\n${url}\n${id}`.toLowerCase().includes(sought))
			.map(({ id, name, url }) => ({ name: `${name || id} (${url})`, value: id })),
		paginationToken: found.nextCursor || undefined,
	};
}
