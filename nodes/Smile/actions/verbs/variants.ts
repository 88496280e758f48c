import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { propertyOf } from '../parameters/body';
import { choiceInput } from '../parameters/choiceInputs';
import { fieldOf, type Named } from '../parameters/field';
import type { Input } from '../parameters/input';

/** One product of a resource: what it needs, and where it is asked for. */
export interface Variant {
	name: string;
	value: string;
	description: string;
	path: string;
	/** Smile's template for it; undefined where Smile chooses by itself. */
	templateId?: string;
	inputs: readonly Input[];
	/** Sent beside what the fields hold. */
	fixed?: IDataObject;
}

/** The products of a resource, of which a field picks one; one alone shows no choice. */
export interface Variants {
	properties: INodeProperties[];
	/** Throws where the field holds none of them. */
	read(context: IExecuteFunctions, itemIndex: number): Variant;
}

const VARIANT = {
	displayName: 'Variant',
	name: 'variant',
	description: 'What to ask for; the variants are different products',
};

/** The choice of a product and the fields of all of them; `named` says what the choice is called. */
export function variantsOf(
	variants: readonly Variant[],
	named: Named & { description: string } = VARIANT,
): Variants {
	const choice = choiceInput({
		...named,
		choices: variants.map(({ name, value, description }) => ({ name, value, description })),
		preset: variants[0].value,
		isRequired: true,
	});
	const isOne = variants.length === 1;
	return {
		properties: [...(isOne ? [] : [choice.property]), ...fieldsOf(variants, named.name)],
		read(context, itemIndex) {
			if (isOne) return variants[0];
			const value = choice.read(fieldOf(context, itemIndex, choice.property), {
				timezone: context.getTimezone(),
			});
			return variants.find((one) => one.value === value) ?? variants[0];
		},
	};
}

/** Each field once, shown for the variants that have it. */
function fieldsOf(variants: readonly Variant[], choice: string): INodeProperties[] {
	const inputs = [...new Set(variants.flatMap((variant) => variant.inputs))];
	return inputs.map((input) => {
		const having = variants.filter((variant) => variant.inputs.includes(input));
		if (having.length === variants.length) return propertyOf(input);
		const { displayOptions, ...property } = propertyOf(input);
		const show = { ...displayOptions?.show, [choice]: having.map(({ value }) => value) };
		return { ...property, displayOptions: { show } };
	});
}
