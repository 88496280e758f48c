import type { IDataObject } from 'n8n-workflow';

import type { NamedFile } from '../../api/storeFile';
import { lastSegment } from '../../api/fileName';
import { isJsonObject } from '../../shared/jsonObject';

/** The files that somebody uploaded together, in their order. */
export function rawFilesOf({ rawFiles }: IDataObject): NamedFile[] {
	const entries: unknown[] = Array.isArray(rawFiles) ? rawFiles : [];
	return entries.map((entry) => {
		const { url, name, format } = isJsonObject(entry) ? entry : {};
		return { url, name, format };
	});
}

/** The file of a document, which a provider may keep anywhere; only its address says what it is called. */
export function documentFileOf({ fileUrl: url }: IDataObject): NamedFile[] {
	return [{ url, name: typeof url === 'string' ? lastSegment(url) : undefined }];
}
