import type { INodePropertyMode } from 'n8n-workflow';

import { withArticle } from '../../shared/article';
import type { Read } from '../../shared/read';
import { asDay, asFlag, asList, asMonth, asPhone, asText } from './filterValues';
import { pickedIn } from './locator';
import { byId, fromList } from './pickModes';

/** What the texts of a filter need to know of the things it filters. */
export interface Filtered {
	plural: string;
	datedBy?: string;
}

/** One query parameter of a list: its field in the editor and what is sent. */
export interface Filter {
	displayName: string;
	type: 'boolean' | 'dateTime' | 'string' | 'resourceLocator';
	placeholder?: string;
	/**
	 * The ways to pick one. A plain id in their place is as good: workflows may hold it. None has a validation: n8n
	 * 2.41 checks the fields of a collection against those of the same name outside of it.
	 */
	modes?: INodePropertyMode[];
	/** A sentence about what passes. */
	description(of: Filtered): string;
	/** The value to send, or what is wrong with the one that was entered. */
	toQuery(value: unknown): Read<string>;
}

const flag = (displayName: string, what: string): Filter => ({
	displayName,
	type: 'boolean',
	description: ({ plural }) => `Whether to return only ${plural} that ${what}, or only the others`,
	toQuery: asFlag,
});

const day = (displayName: string, bound: string): Filter => ({
	displayName,
	type: 'dateTime',
	description: ({ plural, datedBy = 'date' }) =>
		`Only ${plural} with ${withArticle(datedBy)} ${bound} this day, which Smile seems to count in UTC`,
	toQuery: asDay,
});

const month = (displayName: string, bound: string): Filter => ({
	displayName,
	type: 'string',
	placeholder: 'e.g. 2026-01',
	description: ({ plural }) => `Only ${plural} of months ${bound} this one, as year and month`,
	toQuery: asMonth,
});

const text = (displayName: string, placeholder: string, what: string): Filter => ({
	displayName,
	type: 'string',
	placeholder: `e.g. ${placeholder}`,
	description: ({ plural }) => `Only ${plural} ${what}`,
	toQuery: asText,
});

const picked = (
	displayName: string,
	what: string,
	modes: [list: INodePropertyMode, id: INodePropertyMode],
): Filter => ({
	displayName,
	type: 'resourceLocator',
	modes,
	description: ({ plural }) => `Only ${plural} ${what}`,
	toQuery: (value) => asText(pickedIn(value)),
});

const phone = (displayName: string): Filter => ({
	...text(displayName, '+63 917 000 0000', 'about this phone number'),
	toQuery: asPhone,
});

/** The collection of filters. */
export const FILTERS = { name: 'filters', displayName: 'Filters' } as const;

/** Every query parameter by Smile's exact name (OpenAPI document 1.14.0). */
const filters = {
	accountConnection: flag('Account Connection', 'accounts can be linked at'),
	active: flag('Active', 'are active'),
	enabled: flag('Enabled', 'are enabled'),
	emailAddress: text('Email Address', 'name@example.com', 'about this e-mail address'),
	endDate: day('End Date', 'up to'),
	endMonth: month('End Month', 'up to'),
	finalMatches: flag('Final Matches', 'found a person to be who they claim to be'),
	fileType: text('File Type', 'PAYSLIP', 'of this type'),
	ids: {
		...text('IDs', 'sss_ph, gsis_ph', 'with one of these comma-separated IDs'),
		toQuery: (value) => asList(value),
	},
	ocr: flag('OCR', 'are read by machine'),
	mawType: text('Type', 'MAW2', 'of this type'),
	mobileNumber: phone('Mobile Number'),
	name: text('Name', 'SSS', 'with this name'),
	phone: phone('Phone'),
	signalType: text('Signal Type', 'Signal1', 'of this type'),
	sourceId: picked('Source ID', 'from this account or archive', [
		fromList('account or archive', 'searchSources'),
		byId('a-0a1b2c3d4e5f60718293a4b5c6d7e8f9'),
	]),
	startDate: day('Start Date', 'from'),
	startMonth: month('Start Month', 'from'),
	subType: text('Subtype', 'PAYROLL', 'of this subtype'),
	topIds: {
		...text('Top IDs', 'sss_ph, gsis_ph', ''),
		description: ({ plural }) =>
			`Up to ten comma-separated IDs of ${plural} to put at the top of the list`,
		toQuery: (value) => asList(value, 10),
	},
	type: text('Type', 'GOVERNMENT', 'of this type'),
	winkSiteId: text(
		'Wink Site ID',
		'site-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		'of the site with this ID',
	),
	userId: picked('User ID', 'of this user', [
		fromList('user', 'searchUsers'),
		byId('acme-11112222333344445555666677778888'),
	]),
} satisfies Record<string, Filter>;

export type FilterName = keyof typeof filters;

export function filterOf(name: FilterName): Filter {
	return filters[name];
}
