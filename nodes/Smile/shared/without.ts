import type { IDataObject } from 'n8n-workflow';

/** An object without some of its fields. */
export function without(object: IDataObject, ...names: string[]): IDataObject {
	const rest = Object.entries(object).filter(([name]) => !names.includes(name));
	return Object.fromEntries(rest) as IDataObject;
}
