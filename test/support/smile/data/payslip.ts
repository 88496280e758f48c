import { personOf } from './invented';

/** What a payslip of an invented person says; the same for the same number. */
export function payslipOf(number: number): Record<string, unknown> {
	const { fullName, employer, currency } = personOf(number);
	return {
		startDate: '2026-01-01',
		endDate: '2026-01-31',
		payDate: '2026-02-05',
		currency,
		grossAmount: 24_000 + number,
		netAmount: 18_500.25 + number,
		employerName: employer,
		employeeName: fullName,
		ssNumber: '00-0000000-0',
		philHealthNumber: '00-000000000-0',
		taxNumber: '000-000-000',
		pagIbigNumber: '0000-0000-0000',
	};
}
