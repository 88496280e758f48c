import { createHash } from 'node:crypto';

/** A person who does not exist; the same for the same number. */
export interface Person {
	number: number;
	userId: string;
	firstName: string;
	middleName: string;
	lastName: string;
	fullName: string;
	email: string;
	phone: string;
	country: 'PH' | 'ID' | 'MX';
	currency: 'PHP' | 'IDR' | 'MXN';
	city: string;
	employer: string;
	loginName: string;
}

const places = [
	{ country: 'PH', currency: 'PHP', city: 'Quezon City', dialling: '+63900000' },
	{ country: 'ID', currency: 'IDR', city: 'Bandung', dialling: '+62800000' },
	{ country: 'MX', currency: 'MXN', city: 'Puebla', dialling: '+52550000' },
] as const;

const firstNames = [
	['Sampaguita', 'Bayani', 'Tala', 'Makisig'],
	['Melati', 'Guntur', 'Cahaya', 'Bintang'],
	['Jacaranda', 'Sereno', 'Aurora', 'Celestino'],
];

const lastNames = [
	['Halimbawa', 'Paraluman', 'Ipinagkatha'],
	['Contohnya', 'Rekaan', 'Khayalan'],
	['Ejemplar', 'Ficticio', 'Imaginado'],
];

const employers = ['Kathang Bakery', 'Rekaan Motors', 'Talleres Ficticios', 'Halimbawa Foods Inc.'];

export function personOf(number: number): Person {
	const place = number % places.length;
	const { country, currency, city, dialling } = pick(places, place);
	const firstName = pick(pick(firstNames, place), number >> 1);
	const lastName = pick(pick(lastNames, place), number);
	const middleName = pick(pick(lastNames, place), number + 1);
	const mailbox = `${firstName}.${lastName}.${number}`.toLowerCase();
	return {
		number,
		userId: idOf('acme-', 'user', number),
		firstName,
		middleName,
		lastName,
		fullName: `${firstName} ${middleName} ${lastName}`,
		email: `${mailbox}@people.example`,
		phone: `${dialling}${String(number).padStart(4, '0')}`,
		country,
		currency,
		city,
		employer: pick(employers, number),
		loginName: mailbox,
	};
}

/** An id as Smile makes them: a prefix and 32 hex digits; the same for the same parts. */
export function idOf(prefix: string, ...parts: Array<string | number>): string {
	return prefix + createHash('sha256').update(parts.join(':')).digest('hex').slice(0, 32);
}

export function pick<Value>(values: readonly Value[], number: number): Value {
	return values[Math.abs(number) % values.length];
}
