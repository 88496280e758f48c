import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

/** What a field that picks one thing needs to know of it. */
export interface Pickable {
	name: string;
	idExample: string;
	label?: readonly string[];
}

/** Picks one record: from the list where its entries can be told apart, or by its id. */
export function locator(value: string, { name, label, idExample }: Pickable): INodeProperties {
	const noun = name.toLowerCase();
	const list = {
		displayName: 'From List',
		name: 'list',
		type: 'list' as const,
		placeholder: `Select ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}...`,
		typeOptions: { searchListMethod: 'searchRecords', searchable: true },
	};
	const byId = {
		displayName: 'By ID',
		name: 'id',
		type: 'string' as const,
		placeholder: `e.g. ${idExample}`,
		validation: [
			{
				type: 'regex' as const,
				properties: {
					regex: '^\\s*\\S{1,200}\\s*$',
					errorMessage: 'An ID has 1 to 200 characters and no spaces',
				},
			},
		],
	};
	return {
		displayName: name,
		name: `${value}Id`,
		type: 'resourceLocator',
		default: { mode: label ? 'list' : 'id', value: '' },
		required: true,
		description: `The ${noun} to read`,
		modes: label ? [list, byId] : [byId],
	};
}

/** The id that was picked. Throws when none was, or one that Smile cannot have given. */
export function chosenRecord(
	context: IExecuteFunctions,
	itemIndex: number,
	value: string,
	{ name }: Pick<Pickable, 'name'>,
): string {
	const entered = context.getNodeParameter(`${value}Id`, itemIndex, '', { extractValue: true });
	const id = String(entered ?? '').trim();
	if (id.length >= 1 && id.length <= 200) return id;
	throw new NodeOperationError(
		context.getNode(),
		id === ''
			? `No ${name.toLowerCase()} is selected`
			: `The ID of the ${name.toLowerCase()} is longer than 200 characters`,
		{ itemIndex, description: `Enter its ID in the field ${name}.` },
	);
}
