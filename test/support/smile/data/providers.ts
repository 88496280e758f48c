import type { SmileRecord } from './shelves';

const kindsOfProvider = [
	['GOVERNMENT', 'Govt Service', 'INSURANCE', 'Social Insurance'],
	['GIG', 'Gig Platform', 'TRANSPORTATION', 'Transport and Delivery'],
	['EMPLOYER', 'Employer', 'PAYROLL', 'Payroll System'],
] as const;

const names = [
	'Bayanihan Social Fund',
	'Pasada Rides',
	'Kathang Payroll',
	'Jaminan Contoh',
	'Ojek Rekaan',
	'Gaji Khayal',
	'Instituto Ejemplar',
	'Reparto Ficticio',
	'Nómina Imaginaria',
	'Sagip Fund',
	'Padala Riders',
	'Sahod Online',
];

/** Invented providers in place of Smile's; every fifth is switched off. */
export const providers: SmileRecord[] = names.map((name, index) => {
	const [type, typeLabel, subType, subTypeLabel] = kindsOfProvider[index % kindsOfProvider.length];
	const id = name.toLowerCase().replaceAll('ó', 'o').replaceAll(' ', '_');
	const active = index % 5 !== 4;
	return {
		id,
		name,
		longName: `${name} (invented)`,
		logoUrl: `https://files.example/${id}.png`,
		type,
		typeLabel,
		subType,
		subTypeLabel,
		active,
		enabled: active,
		mfa: index % 2 === 0,
		accountConnection: active,
		supported: ['IDENTITIES', 'INCOMES'],
		monitorSupported: false,
	};
});

/** Those that an account can be linked at. */
export const linkable = providers.filter(({ accountConnection }) => accountConnection);
