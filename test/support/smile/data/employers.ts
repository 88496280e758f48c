/** Invented companies, and one of which nothing is known but its name. */
export const employers = [
	employer('Halimbawa Foods Inc.', 'Halimbawa', 'Quezon City'),
	employer('Halimbawa Trading Corporation', 'Halimbawa Trading', 'Quezon City'),
	employer('Kathang Bakery', 'Kathang', 'Pasig'),
	{
		businessName: 'Talleres Ficticios',
		shortName: 'Talleres',
		registrations: [],
		businessAddress: { fullAddress: null, type: null },
		isicCode: '',
		isicSector: '',
		psicCode: '',
		psicIndustry: '',
		contactPersons: [],
		licenses: [],
	},
];

function employer(businessName: string, shortName: string, city: string) {
	return {
		businessName,
		shortName,
		registrations: [
			{
				number: 'CS000000000',
				organization: 'An invented register',
				date: '2019-05-06',
				scope: 'National',
				status: 'Registered',
			},
		],
		businessAddress: { fullAddress: `2 Invented Street, ${city}`, city, country: 'PH', type: null },
		isicCode: '1071',
		isicSector: 'Manufacture of bakery products',
		psicCode: '1071',
		psicIndustry: 'Manufacture of bakery products',
		contactPersons: [
			{
				contactName: 'Tala Paraluman',
				position: 'Bookkeeper',
				contactEmail: 'tala.paraluman@people.example',
				contactPhone: '+639000009999',
			},
		],
		licenses: [
			{
				licenseNumber: 'L-000',
				licenseType: 'Business Permit',
				licenseIssuedDate: '2025-01-20',
				licenseStatus: 'Active',
			},
		],
	};
}
