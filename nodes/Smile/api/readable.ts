import type { IDataObject } from 'n8n-workflow';

import { isMissing, type Failure } from './failure';
import type { Result } from './result';

type Pages = AsyncIterable<Result<IDataObject[]>>;

/** What could be read of a list; with a failure there is more of it, or may be. */
export interface Listed {
	records: IDataObject[];
	failure?: Failure;
}

/** The pages of a list that Smile may not know: then there is nothing in it. */
export async function* pagesIfAny(pages: Pages): AsyncGenerator<Result<IDataObject[]>> {
	for await (const page of pages) {
		yield !page.ok && isMissing(page.failure) ? { ok: true, value: [] } : page;
	}
}

/** A whole list, or what was read of it before a page failed. */
export async function listIfAny(pages: Pages): Promise<Listed> {
	const records: IDataObject[] = [];
	for await (const page of pagesIfAny(pages)) {
		if (!page.ok) return { records, failure: page.failure };
		records.push(...page.value);
	}
	return { records };
}
