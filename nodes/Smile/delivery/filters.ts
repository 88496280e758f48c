/** The trigger's options that narrow down which events start the workflow, and how the editor and errors call them. */
export const filterTitles = {
	providers: 'Providers',
	userIds: 'User IDs',
	datapoints: 'Data',
	statuses: 'Statuses',
	sourceTypes: 'Source Types',
} as const;

export type Filter = keyof typeof filterTitles;

/** The values that each filter lets pass, never none; undefined for one that was not added. */
export type Filters = { [Name in Filter]: string[] | undefined };

export const filters = Object.keys(filterTitles) as Filter[];
