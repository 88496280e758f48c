import type { IDataObject } from 'n8n-workflow';

import type { NamedFile } from '../api/storeFile';
import type { Operation } from './operation';
import type { FilterName } from './parameters/filters';

/** More that can be read with one record, by an option of its Get operation. */
export interface Extra {
	/** Name of the option. */
	option: string;
	displayName: string;
	description: string;
	/** Below the record's own path. */
	path: string;
	/** Field of the result that holds it. */
	field: string;
	/** Whether it is a list, read to its end. */
	isList: boolean;
}

/** How an operation of one kind runs, for any resource. */
export type Verb = (value: string, resource: SmileResource) => Operation;

/** One kind of thing at Smile: a file of `resources/`, from which fields, requests, lists and documents derive. */
export interface SmileResource {
	/** As shown in the Resource list. */
	name: string;
	/** As in a sentence. */
	plural: string;
	/** What it is, in a sentence without a full stop; shown in the Resource list and read by assistants. */
	description: string;
	path: string;
	/** What one of them is called in a sentence, where the name does not say it. */
	noun?: string;
	/** The paths of a product that Smile offers in two versions. */
	apiVersions?: { beta: string; alpha: string };
	/** An id in the form that Smile gives it. */
	idExample: string;
	/** Query parameters of the list beside size and cursor. */
	filters: readonly FilterName[];
	/** What startDate and endDate look at, in words. */
	datedBy?: string;
	/** Fields of a simplified record to their places in it; for records of more than ten fields. */
	simplified?: Readonly<Record<string, string>>;
	/** Places of the values that tell one record from another in a list of them; without, none is offered. */
	label?: readonly string[];
	/** Places of more values that it is found by in such a list, without being shown there. */
	alsoFoundBy?: readonly string[];
	extra?: Extra;
	/** The files that a record names, in their order; offered for download. */
	files?(record: IDataObject): NamedFile[];
	/** A record out of what an answer wraps it in. */
	unwrapped?(record: IDataObject): IDataObject;
	/** The simplified form of a record, where it is no choice of fields. */
	simple?(record: IDataObject): IDataObject;
	/** All that can be done with it. */
	operations: readonly Verb[];
}
