import { readPages } from '../../api/read';
import { noteHint } from '../hints';
import type { Operation } from '../operation';
import { apiVersionProperties, readPath } from '../parameters/apiVersion';
import { downloadProperties, ofRecords, readDownload } from '../parameters/downloads';
import { filtersProperties } from '../parameters/filterProperties';
import { limitProperties, readLimit } from '../parameters/limit';
import { optionsProperty } from '../parameters/optionsProperty';
import { readFilters } from '../parameters/query';
import type { Verb } from '../resource';
import { formOf, simplifyProperties } from '../parameters/simplify';
import { withFiles } from './download';

/** Reads the list of a resource, page by page. */
export const getAll: Verb = (_value, resource): Operation => {
	const { plural, files, unwrapped = (record) => record } = resource;
	const noun = resource.noun ?? resource.name.toLowerCase();
	return {
		option: {
			name: 'Get Many',
			value: 'getAll',
			action: `Get many ${plural}`,
			description: `List ${plural}`,
		},
		properties: [
			...apiVersionProperties(resource),
			...limitProperties,
			...simplifyProperties(resource),
			...filtersProperties(resource),
			...optionsProperty(files ? downloadProperties(ofRecords) : []),
		],
		reads: true,
		async *run(context, itemIndex, orThrow, smile) {
			const path = readPath(context, itemIndex, resource);
			const limit = readLimit(context, itemIndex);
			const query = readFilters(context, itemIndex, resource);
			const form = formOf(context, itemIndex, resource);
			const onCut = () => noteHint(context, 'cutAtLimit');
			const field = files ? readDownload(context, itemIndex, ofRecords) : undefined;

			for await (const page of readPages(smile, path, query, { limit, onCut })) {
				const records = orThrow(page, `read the ${plural}`).map(unwrapped);
				if (field === undefined || !files) {
					yield records.map(form);
					continue;
				}
				const basket = { context, itemIndex, smile, field };
				for (const record of records) {
					const of = `of the ${noun} ${String(record.id)}`;
					yield [await withFiles(basket, form(record), files(record), of)];
				}
			}
		},
	};
};
