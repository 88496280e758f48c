import { idOf, pick, type Person } from './invented';
import type { DatapointKind } from './kinds';

/** The fields of a record without `metadata`, as a payload carries it. */
export interface Content {
	id: string;
	[field: string]: unknown;
}

interface ContentRow {
	prefix: string;
	/** How many records an account leads to. */
	count: number;
	fields(number: number, person: Person): Record<string, unknown>;
}

/** What the records of invented people say, by Smile's schemas. */
export const contents: Record<DatapointKind, ContentRow> = {
	identities: { prefix: 'i-', count: 1, fields: (_number, person) => identityOf(person) },
	ratings: {
		prefix: 'r-',
		count: 1,
		fields: (number) => ({
			currentRating: 4 + (number % 10) / 10,
			maxRating: 5,
			calculatedPercentage: 80 + (number % 20),
			reviewsReceived: 40 + number,
			likesReceived: null,
			jobsCompleted: 55 + number,
		}),
	},
	documents: {
		prefix: 'd-',
		count: 2,
		fields: (number) => ({
			name: `Payslip ${dayOf(number)}`,
			docId: `PS-${number}`,
			status: null,
			documentType: 'PAYSLIP',
			issueDate: dayOf(number),
			expiryDate: null,
			fileUrl: null,
			remarks: null,
		}),
	},
	employments: {
		prefix: 'e-',
		count: 2,
		fields: (number, { employer }) => ({
			name: null,
			description: null,
			jobTitle: pick(['Baker', 'Driver', 'Bookkeeper'], number),
			department: pick(['Kitchen', 'Fleet', 'Office'], number),
			employeeNumber: `EN-${number}`,
			employerNumber: null,
			employer,
			status: 'Active',
			startDate: dayOf(number, 2022),
			endDate: null,
			reportedDate: dayOf(number),
		}),
	},
	incomes: {
		prefix: 'inc-',
		count: 6,
		fields: (number, { employer, currency }) => ({
			workItem: null,
			employer,
			startDate: dayOf(number),
			endDate: null,
			currency,
			frequency: 'Monthly',
			baseAmount: 20_000 + number,
			grossAmount: 24_000 + number,
			netAmount: 18_500.25 + number,
		}),
	},
	contributions: {
		prefix: 'con-',
		count: 12,
		fields: (number, { currency }) => ({
			date: dayOf(number),
			currency,
			amount: 1_375 + (number % 7),
			referenceId: `CN-${number}`,
		}),
	},
	liabilities: {
		prefix: 'lia-',
		count: 1,
		fields: (number, { currency }) => ({
			type: 'Salary Loan',
			referenceId: `SL-${number}`,
			startDate: dayOf(number),
			endDate: dayOf(number, 2027),
			firstAmortizationDate: dayOf(number + 30),
			amortizationFrequency: 'Monthly',
			currency,
			loanAmount: 16_000,
			amortizationAmount: 738.32,
			outstandingBalance: 12_500.5,
			nextPaymentAmount: 738.32,
			overduePaymentAmount: 0,
		}),
	},
	transactions: {
		prefix: 't-',
		count: 12,
		fields: (number, { currency }) => ({
			date: dayOf(number),
			description: pick(['Ride', 'Delivery', 'Tip', 'Fee'], number),
			currency,
			amount: (number % 500) + 0.5,
			referenceId: `TX-${number}`,
		}),
	},
	eincomes: {
		prefix: 'einc-',
		count: 6,
		fields: (number, { currency }) => ({
			month: dayOf(number * 30).slice(0, 7),
			currency,
			baseAmount: 8_000,
			amount: 8_500 + (number % 90),
		}),
	},
	insights: {
		prefix: 'insight-',
		count: 1,
		fields: (number) => ({
			cutoffTime: '2026-01-01T00:00:00Z',
			features: {
				incomes_count: 6,
				incomes_amount_average: 18_500 + number,
				employments_employer_count: 2,
				identity_age: 25 + (number % 30),
			},
		}),
	},
	links: {
		prefix: 'link-',
		count: 1,
		fields: () => ({
			startDate: '2025-01-01T00:00:00Z',
			endDate: '2026-01-01T00:00:00Z',
			records: [{ count: 1, linkedAt: ['2025-06-01T00:00:00Z'] }],
		}),
	},
};

export function contentOf(kind: DatapointKind, number: number, person: Person): Content {
	const { prefix, fields } = contents[kind];
	return { id: idOf(prefix, kind, person.number, number), ...fields(number, person) };
}

function identityOf(person: Person): Record<string, unknown> {
	const { fullName, firstName, middleName, lastName, country, city } = person;
	return {
		fullName,
		firstName,
		middleName,
		lastName,
		suffix: null,
		gender: pick(['Female', 'Male', null], person.number),
		dob: dayOf(person.number * 17, 1990),
		maritalStatus: 'Single',
		countryResidence: country,
		citizenship: 'Citizen',
		photoUrl: null,
		referenceId: null,
		profileUrl: null,
		emails: [{ address: person.email, type: 'Primary' }],
		phones: [{ number: person.phone, type: 'Mobile' }],
		socialProfiles: [],
		addresses: [
			{ fullAddress: `1 Invented Street, ${city}`, city, country, type: 'Primary', tags: ['Home'] },
		],
	};
}

/** A day of a year, yyyy-MM-dd; numbers run through it again and again. */
function dayOf(number: number, year = 2025): string {
	return new Date(Date.UTC(year, 0, 1 + (Math.abs(number) % 365))).toISOString().slice(0, 10);
}
