import { createHash } from 'node:crypto';

/** An invented person of whom every product of the simulated Smile knows something. */
export const sampleSubject = {
	fullName: 'Tala Ipinagkatha Halimbawa',
	firstName: 'Tala',
	lastName: 'Halimbawa',
	/** Numbers that Ofcom keeps for fiction; without the plus sign. */
	phone: '447700900123',
	email: 'tala.halimbawa@people.example',
	// Of the right form, and nobody's.
	curp: 'XXXX000000XXXXXX00',
	nss: '00000000000',
	idNumber: 'SAMPLE-0001',
	gaid: '00000000-0000-4000-8000-000000000001',
	// An IBAN that documentations use as an example.
	iban: 'GB33BUKB20201555555555',
	accountNumber: '0000000001',
} as const;

/**
 * Numbers kept for fiction (Ofcom; 555-01 of North America), and those of the invented people. The second
 * half of Ofcom's belongs to nobody that is known here.
 */
const samplePhones =
	/^\+?(447700900[0-4]\d\d|1\d{3}55501\d\d|63900000\d{4}|62800000\d{4}|52550000\d{4})$/;

/** Digests of the sample number, with and without its plus sign. */
const digests = new Set(
	[sampleSubject.phone, `+${sampleSubject.phone}`].map((phone) =>
		createHash('md5').update(phone).digest('hex'),
	),
);

const others = new Set<unknown>([
	sampleSubject.idNumber,
	sampleSubject.gaid,
	sampleSubject.iban,
	sampleSubject.accountNumber,
]);

/** Whether a query is about somebody whom Smile's sources know: it names a phone, an address or an id of theirs. */
export function isAboutSample(request: Record<string, unknown>): boolean {
	return leavesOf({ ...request, consent: undefined }).some(
		(value) =>
			samplePhones.test(value) ||
			digests.has(value.toLowerCase()) ||
			value.endsWith('@people.example') ||
			others.has(value),
	);
}

function leavesOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(leavesOf);
}
