import type { INodeExecutionData } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { mostOpen } from '../support/mostOpen';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

describe('the files of many items', () => {
	it('are fetched three at a time from a slow host, however many items are read side by side', async () => {
		const smile = await worlds.startSmile();
		smile.data.people(1, { account: 'connected' });
		const [{ id }] = smile.data.all('documents');
		const fileUrl = smile.files.shelf.invent('/halimbawa.pdf', 1_000);
		smile.data.change('documents', id, { fileUrl });
		smile.files.faults.next({ kind: 'slow', ms: 60, times: Infinity });
		let found: INodeExecutionData[] = [];

		const most = await mostOpen(
			() => smile.files.requests,
			async () => {
				found = await runAction({
					smile,
					items: Array.from({ length: 18 }, () => ({ json: {} })),
					parameters: {
						resource: 'document',
						operation: 'get',
						documentId: { __rl: true, mode: 'id', value: id },
						options: { downloadFiles: true },
					},
				});
			},
		);

		expect(found).toHaveLength(18);
		expect(found.every(({ binary }) => binary?.data)).toBe(true);
		expect(most).toBe(3);
	});
});
