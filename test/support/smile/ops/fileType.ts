import type { SmileRouter } from '../routeTable';
import { success } from '../envelope';
import { pageOf } from '../page';
import { refused } from './accept';

const labels = {
	PAYSLIP: 'Payslip',
	TAX_DOCUMENT: 'Tax Document',
	EMPLOYMENT_CERTIFICATE: 'Certificate of Employment',
	BANK_STATEMENT: 'Bank Statement',
	COMPANY_ID: 'Company ID',
	CLEARANCE_NBI: 'Clearance',
	GOVERNMENT_ID: 'Government ID',
	TELCO_BILL: 'Telephone Bill',
	ELECTRICITY_BILL: 'Electricity Bill',
	WATER_BILL: 'Water Bill',
	OTHERS: 'Others',
};

/** The types of files; their key is `type`. One is not enabled for the tenant, one not active. */
export const fileTypes = Object.entries(labels).map(([type, typeLabel], index) => ({
	type,
	typeLabel,
	logoUrl: `https://files.example/${type.toLowerCase()}.png`,
	active: type !== 'OTHERS',
	enabled: type !== 'BANK_STATEMENT',
	ocr: index < 3,
	supported: type === 'PAYSLIP' ? ['INCOMES', 'EMPLOYMENTS'] : ['NONE'],
}));

/** Whether files of this type can be uploaded. */
export function isUploadable(type: unknown): boolean {
	return fileTypes.some((one) => one.type === type && one.active && one.enabled);
}

/** GET /fileTypes. */
export function fileTypeRoutes(server: SmileRouter): void {
	server.get('/fileTypes', (request) => {
		const { size, cursor, type, ...flags } = request.query as Record<string, unknown>;
		const unknown = Object.keys(flags).find((name) => !['active', 'enabled', 'ocr'].includes(name));
		if (unknown) throw refused(`${unknown} is no parameter of this`);
		const wanted = { ...flags, ...(type === undefined ? {} : { type }) };
		const found = fileTypes
			.map((json, index) => ({ json, position: index + 1 }))
			.filter(({ json }) =>
				Object.entries(wanted).every(
					([name, value]) => String(json[name as keyof typeof json]) === value,
				),
			);
		const { nextCursor, items } = pageOf(found, { size, cursor });
		return success({ nextCursor, items: items.map(({ json }) => json) });
	});
}
