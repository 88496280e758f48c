import { z } from 'zod/v4';

import { described } from './fields';

/*
 * Contents of the records that Smile embeds in a payload: the useful part of its OpenAPI schemas.
 * Every field may be missing or null, because each provider delivers what it has.
 */

function text(description: string, example: string) {
	return described(z.string().nullish(), description, example);
}

function number(description: string, example: number) {
	return described(z.number().nullish(), description, example);
}

function list<T extends z.ZodType>(items: T) {
	return z.array(items).nullish();
}

const currency = () => text('Currency, ISO 4217', 'PHP');
const employer = () => text('Name of the employer', 'Sampaguita Logistics Inc.');
const period =
	'Hourly, Daily, Weekly, Semimonthly, Monthly, Bimonthly, Quarterly, Annually, Variable or Unspecified';

const address = () =>
	z.object({
		fullAddress: text('Address in one line', '12 Mango Street, Quezon City'),
		line1: text('First line of the street address', '12 Mango Street'),
		line2: text('Second line of the street address', 'Unit 4B'),
		city: text('City', 'Quezon City'),
		region: text('State or province', 'Metro Manila'),
		zip: text('Postal code', '1100'),
		country: text('Country, ISO 3166 alpha-2', 'PH'),
		type: text('Primary or Secondary', 'Primary'),
	});

export const identity = () =>
	z.object({
		id: text('Identity record', 'i-90d3c5b7e1f24a68b0c2d4e6f8a1b3c5'),
		fullName: text('Full name', 'Maria Luz Santos'),
		firstName: text('First name', 'Maria'),
		middleName: text('Middle name', 'Luz'),
		lastName: text('Last name', 'Santos'),
		gender: text('Male, Female or Non-binary', 'Female'),
		dob: text('Date of birth, yyyy-MM-dd', '1991-07-23'),
		maritalStatus: text('Marital status', 'Single'),
		countryResidence: text('Country of residence, ISO 3166 alpha-2', 'PH'),
		citizenship: text('Citizenship status', 'Citizen'),
		photoUrl: text('Address of the profile picture', 'https://files.example.com/maria.png'),
		referenceId: text('Id of the profile at the provider', 'MS-20418'),
		emails: list(
			z.object({
				address: text('E-mail address', 'maria.santos@example.com'),
				type: text('Primary, Secondary, Work or Personal', 'Primary'),
			}),
		),
		phones: list(
			z.object({
				number: text('Phone number, E.164', '+639170000000'),
				type: text('Mobile, Fixed or Unspecified', 'Mobile'),
			}),
		),
		addresses: list(address()),
	});

export const rating = () =>
	z.object({
		id: text('Rating record', 'r-17a9c3e5b7d94f1ba2c4e6d8f0b2a4c6'),
		currentRating: number('Present rating', 4.8),
		maxRating: number('Highest possible rating', 5),
		calculatedPercentage: number('Present rating in percent of the highest', 96),
		reviewsReceived: number('Number of reviews', 214),
		likesReceived: number('Number of recommendations', 57),
		jobsCompleted: number('Number of finished jobs', 312),
	});

export const document = () =>
	z.object({
		id: text('Document', 'd-3f5a7c9e1b2d4f6082a4c6e8d0b2f4a6'),
		name: text('Name of the document', 'Payslip February 2026'),
		docId: text('Number on the document', 'PS-2026-02'),
		documentType: text('IDENTIFICATION, PAYSLIP, CLEARANCE or CERTIFICATE', 'PAYSLIP'),
		status: text('Validity, where the provider checks it', 'VALID'),
		issueDate: text('Date of issue, yyyy-MM-dd', '2026-02-28'),
		expiryDate: text('Date of expiry, yyyy-MM-dd', '2031-02-28'),
		fileUrl: text('Address of the file', 'https://files.example.com/payslip.pdf'),
		remarks: text('Remarks', 'None'),
	});

export const income = () =>
	z.object({
		id: text('Income', 'inc-7b9d1f3a5c6e4082b4c6d8e0f2a4b6c8'),
		workItem: text('Work that was paid', 'Regular pay'),
		employer: employer(),
		startDate: text('First day of the pay period, yyyy-MM-dd', '2026-02-01'),
		endDate: text('Last day of the pay period, yyyy-MM-dd', '2026-02-28'),
		currency: currency(),
		frequency: text(period, 'Monthly'),
		baseAmount: number('Base pay', 32000),
		grossAmount: number('Pay before deductions', 35500.5),
		netAmount: number('Pay after deductions', 30120.75),
	});

export const transaction = () =>
	z.object({
		id: text('Transaction', 't-2d4f6a8c0e1b4d3f95a7b9c1d3e5f7a9'),
		date: text('Date of the transaction, yyyy-MM-dd', '2026-02-14'),
		description: text('What it was for', 'Delivery fee'),
		currency: currency(),
		amount: number('Amount', 185.25),
		referenceId: text('Id of the transaction at the provider', 'TX-90017'),
	});

export const employment = () =>
	z.object({
		id: text('Employment', 'e-6a8c0e2f4b5d4719a3b5c7d9e1f3a5b7'),
		name: text('Work performed', 'Warehouse operations'),
		description: text('Description of the work', 'Night shift supervision'),
		jobTitle: text('Job title', 'Shift Supervisor'),
		department: text('Department', 'Operations'),
		employeeNumber: text('Number of the employee', 'EMP-0417'),
		employerNumber: text('Number of the employer', 'ER-2210'),
		employer: employer(),
		status: text('Status of the employment', 'Active'),
		startDate: text('First day, yyyy-MM-dd', '2019-05-06'),
		endDate: text('Last day, yyyy-MM-dd', '2026-02-28'),
		reportedDate: text('Day of the report, yyyy-MM-dd', '2026-03-01'),
	});

export const contribution = () =>
	z.object({
		id: text('Contribution', 'con-4c6e8a0b2d3f4581b7c9d1e3f5a7b9c1'),
		date: text('Date of the contribution, yyyy-MM-dd', '2026-02-27'),
		currency: currency(),
		amount: number('Amount', 1375),
		referenceId: text('Id of the contribution at the provider', 'CN-2026-02'),
	});

export const liability = () =>
	z.object({
		id: text('Loan', 'lia-8e0a2c4d6f7b4193c5d7e9f1a3b5c7d9'),
		type: text('Kind of loan', 'Salary loan'),
		referenceId: text('Number of the loan', 'LN-55120'),
		startDate: text('Start of the loan, yyyy-MM-dd', '2025-06-15'),
		endDate: text('End of the loan, yyyy-MM-dd', '2027-06-15'),
		firstAmortizationDate: text('First repayment, yyyy-MM-dd', '2025-07-15'),
		amortizationFrequency: text(period, 'Monthly'),
		currency: currency(),
		loanAmount: number('Amount lent', 24000),
		amortizationAmount: number('Amount of one repayment', 1100),
		outstandingBalance: number('Amount still owed', 16500),
		nextPaymentAmount: number('Next repayment', 1100),
		overduePaymentAmount: number('Amount overdue', 0),
	});

export const estimatedIncome = () =>
	z.object({
		id: text('Estimated income', 'einc-0c2e4a6b8d9f41a3b5d7c9e1f3b5a7d9'),
		month: text('Month, yyyy-MM', '2026-02'),
		currency: currency(),
		amount: number('Estimated income of the month', 34800),
	});

export const link = () =>
	z.object({
		id: text('Link record', 'link-9f1b3d5c7e0a42d4b6e8f0a2c4d6b8e0'),
		startDate: text('Start of the observed time, in UTC', '2025-03-04T00:00:00Z'),
		endDate: text('End of the observed time, in UTC', '2026-03-04T00:00:00Z'),
		records: list(
			z.object({
				count: number('How often the person linked an account with other organizations', 2),
				linkedAt: described(
					z.array(z.string()).nullish(),
					'Latest link of each application, in UTC',
					['2026-02-11T08:30:00Z'],
				),
			}),
		),
	});

/** Smile calculates over a hundred features; these are the ones a workflow most often branches on. */
export const insight = () =>
	z.object({
		id: text('Insight record', 'insight-1a3c5e7b9d0f42e6a8b0c2d4e6f8a1b3'),
		cutoffTime: text('Data after this time is not counted, in UTC', '2026-03-04T00:00:00Z'),
		features: z
			.object({
				incomes_count: number('Number of estimated incomes', 14),
				incomes_amount_average: number('Average estimated income', 34200.4),
				incomes_last3_months_amount_average: number(
					'Average estimated income of the last 3 months',
					34800,
				),
				incomes_last12_months_amount_average: number(
					'Average estimated income of the last 12 months',
					34350.2,
				),
				incomes_latest_growth: number('Growth of the latest income within a year', 0.04),
				liabilities_loan_count: number('Number of loans', 1),
				liabilities_outstanding_amount_total: number('Total still owed on loans', 16500),
				liabilities_overdue_amount_total: number('Total overdue on loans', 0),
				employments_current_status: text('Present employment status', 'EMPLOYED'),
				employments_current_tenure: number('Months with the present employer', 81),
				employments_employer_count: number('Number of different employers', 2),
				identity_age: number('Age in years', 34),
				link_day30_count: number('Organizations linked within 30 days', 1),
			})
			.nullish(),
	});
