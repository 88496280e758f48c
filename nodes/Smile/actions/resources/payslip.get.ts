import { anotherRecord, isAnother } from '../../api/another';
import { readOne } from '../../api/read';
import { valueAt } from '../../shared/valueAt';
import { readBody } from '../parameters/body';
import { formOf, simplifyProperties } from '../parameters/simplify';
import type { Verb } from '../resource';
import { archiveId } from './payslip.archive';

/** Reads what Smile read from one payslip; the archive stands in the query. */
export const getPayslip: Verb = (_value, resource) => ({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get payslip',
		description: 'Read what Smile read from one payslip',
	},
	properties: [archiveId.property, ...simplifyProperties(resource)],
	reads: true,
	async run(context, itemIndex, orThrow, smile) {
		const query = readBody(context, itemIndex, { inputs: [archiveId] });
		const form = formOf(context, itemIndex, resource);
		const found = await readOne(smile, '/archives/-/payslips/queryPrediction', query);
		// A payslip has no id of its own.
		const isOther =
			found.ok && isAnother(valueAt(found.value, 'metadata.sourceId'), String(query.archiveId));
		const record = isOther ? { ok: false as const, failure: anotherRecord() } : found;
		return [form(orThrow(record, `get the payslip ${String(query.archiveId)}`))];
	},
});
