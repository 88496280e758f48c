import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../../nodes/Smile/api/failure';
import { listIfAny, pagesIfAny } from '../../../nodes/Smile/api/readable';
import type { Result } from '../../../nodes/Smile/api/result';

type Page = Result<IDataObject[]>;
const page = (...ids: string[]): Page => ({ ok: true, value: ids.map((id) => ({ id })) });
const failed = (failure: Failure): Page => ({ ok: false, failure });
const missing: Failure = { kind: 'refused', status: 404, code: 'MISSING_RESOURCE' };
const fault: Failure = { kind: 'fault', status: 503 };
const foreign: Failure = { kind: 'foreign', status: 404 };

async function* served(...pages: Page[]) {
	for (const one of pages) yield await Promise.resolve(one);
}

describe('a list that Smile may not know', () => {
	it('comes page by page, and is empty where Smile does not know it', async () => {
		const pages = [];
		for await (const one of pagesIfAny(served(page('a'), failed(missing), failed(foreign)))) {
			pages.push(one);
		}

		expect(pages).toEqual([page('a'), page(), failed(foreign)]);
	});

	it('has the records of all pages', async () => {
		expect(await listIfAny(served(page('a', 'b'), page(), page('c')))).toEqual({
			records: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
		});
	});

	it('has none where Smile does not know it', async () => {
		expect(await listIfAny(served(failed(missing)))).toEqual({ records: [] });
	});

	it.each([fault, foreign])('keeps what was read before %j', async (failure) => {
		expect(await listIfAny(served(page('a'), failed(failure), page('b')))).toEqual({
			records: [{ id: 'a' }],
			failure,
		});
	});
});
