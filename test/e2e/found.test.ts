import { assistants, type Assistants } from '../support/n8n/assistants';

/** Milliseconds for reading the nodes of n8n, and for installing it before. */
const startupMs = 900_000;

/** What somebody types who has work for this package, and does not know that it exists. */
const queries = [
	'payslip',
	'payslips',
	'loan',
	'loans',
	'HRIS',
	'proof of income',
	'SSS',
	'BPJS',
	'Pag-IBIG',
	'employment verification',
	'KYC income',
	'gig work',
	'smile api',
	'get smile',
	'income verification',
	'employment data',
	'salary',
	'payroll',
	'social security',
	'incomes',
	'gig workers',
	'lending',
	'credit scoring',
	'verification of employment',
];
/** Funds of the Philippines that data and numbers of people come from. */
const funds = ['SSS', 'GSIS', 'Pag-IBIG', 'PhilHealth'];
/** What other products called Smile do, and this package does not. */
const others = ['loyalty', 'rewards', 'face recognition', 'selfie', 'e-signature'];

const isOurs = (name: string) => name.startsWith('n8n-nodes-smile.');
let view: Assistants | undefined;

beforeAll(async () => {
	view = await assistants();
}, startupMs);

describe('the package', () => {
	// "social security" cannot be among them: n8n 2.41 looks for each word by itself, and "security" in the name of
	// another node weighs more than in any alias.
	it('is among the first five that assistants find, for 20 of 24 queries at least', () => {
		if (!view) return;
		const { search, size } = view;
		const missed = queries.filter((query) => !search(query, 5).some(isOurs));

		expect(size).toBeGreaterThan(800);
		expect(queries).toHaveLength(24);
		expect(missed.slice(4)).toEqual([]);
	});

	it.each(funds)('comes first for %s', (fund) => {
		if (!view) return;
		const { search, searchPanel } = view;

		expect(search(fund, 1).filter(isOurs)).toHaveLength(1);
		expect(searchPanel(fund, 1).filter(isOurs)).toHaveLength(1);
	});

	it('is among the first five in the nodes panel, for each of them', () => {
		if (!view) return;
		const { searchPanel } = view;

		expect(queries.filter((query) => !searchPanel(query, 5).some(isOurs))).toEqual([]);
	});

	it('is not found for what other products called Smile do', () => {
		if (!view) return;
		const { search, searchPanel } = view;
		const found = others.filter((query) =>
			[...search(query, 5), ...searchPanel(query, 5)].some(isOurs),
		);

		expect(found).toEqual([]);
	});
});
