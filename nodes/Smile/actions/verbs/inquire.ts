import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { writeOnce } from '../../api/writeOnce';
import { holds } from '../../shared/holds';
import type { Operation } from '../operation';
import { ADDITIONAL_FIELDS, collectionProperty, propertyOf, readBody } from '../parameters/body';
import { consentInputs, moreOfConsent } from '../parameters/consent';
import { fieldOf, type Named } from '../parameters/field';
import { choiceInput } from '../parameters/choiceInputs';
import type { Input } from '../parameters/input';
import { textInput } from '../parameters/textInputs';
import { notice } from '../parameters/notice';
import { formOf, simplifyProperties } from '../parameters/simplify';
import { readWaiting, waitingProperties } from '../parameters/waiting';
import type { SmileResource, Verb } from '../resource';
import { objectIn } from './create';
import { refuseRetryOnFail } from './once';
import { waitForResult } from './waitForResult';

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

export interface InquireOptions {
	value?: string;
	name?: string;
	action: string;
	description: string;
	/** One alone shows no choice. */
	variants: readonly Variant[];
	additional?: readonly Input[];
	/** Throws where fields that are right by themselves do not go together. */
	check?(context: IExecuteFunctions, itemIndex: number, body: IDataObject): void;
	/** What is sent for the body that the fields make. */
	toBody?(body: IDataObject): IDataObject;
	/** What the choice of the variant is called. */
	choice?: Named & { description: string };
	/** Filters of the list in which a lost query is looked for. */
	lookBy?: readonly string[];
	/** How long the answer may take, in milliseconds. */
	timeout?(body: IDataObject): number;
}

const templateId = textInput({
	displayName: 'Template ID',
	name: 'templateId',
	description: "Another template of Smile's for this query than the usual one; rarely needed",
	most: 200,
});

const VARIANT = {
	displayName: 'Variant',
	name: 'variant',
	description: 'What to ask for; the variants are different products',
};

const DAY_MS = 24 * 60 * 60_000;
const NOTICE =
	'This asks about a real person and needs their consent. Smile may bill each query. The node never asks twice by itself.';

/** Asks about a person, at most once. */
export function inquire(options: InquireOptions): Verb {
	const { value = 'create', name = 'Create', action, description, variants } = options;
	const choice = choiceInput({
		...(options.choice ?? VARIANT),
		choices: variants.map((one) => ({
			name: one.name,
			value: one.value,
			description: one.description,
		})),
		preset: variants[0].value,
		isRequired: true,
	});
	const additional = [...(options.additional ?? []), ...moreOfConsent, templateId];
	return (_value, resource): Operation => ({
		option: { name, value, action, description },
		writes: true,
		properties: [
			notice(NOTICE),
			...(variants.length > 1 ? [choice.property] : []),
			...variantProperties(variants),
			...consentInputs.map(({ property }) => property),
			...simplifyProperties(resource),
			collectionProperty(ADDITIONAL_FIELDS, additional),
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [...waitingProperties],
			},
		],
		async run(context, itemIndex, orThrow, smile) {
			refuseRetryOnFail(context, itemIndex);
			const variant = chosen(context, itemIndex, choice, variants);
			const most = readWaiting(context, itemIndex);
			const form = formOf(context, itemIndex, resource);
			const inputs = [...variant.inputs, ...consentInputs];
			const fields = readBody(context, itemIndex, { inputs, additional });
			const { templateId: preset, fixed } = variant;
			const body = {
				...(preset ? { templateId: preset } : {}),
				...fixed,
				...(options.toBody?.(fields) ?? fields),
			};
			options.check?.(context, itemIndex, body);

			const write = await writeOnce(smile, {
				method: 'POST',
				path: variant.path,
				body,
				timeout: options.timeout?.(body),
				repeat: 'never',
				look: lookFor(resource, options, body),
			});
			const made = objectIn(orThrow(write, `${action.charAt(0).toLowerCase()}${action.slice(1)}`));
			const record = resource.unwrapped?.(made) ?? made;
			return [
				form(most ? await waitForResult(smile, listOf(variant, resource), record, most) : record),
			];
		},
	});
}

/** Each field once, shown for the variants that have it. */
function variantProperties(variants: readonly Variant[]): INodeProperties[] {
	const inputs = [...new Set(variants.flatMap((variant) => variant.inputs))];
	return inputs.map((input) => {
		const having = variants.filter((variant) => variant.inputs.includes(input));
		if (having.length === variants.length) return propertyOf(input);
		const { displayOptions, ...property } = propertyOf(input);
		const variant = having.map((one) => one.value);
		return { ...property, displayOptions: { show: { ...displayOptions?.show, variant } } };
	});
}

function chosen(
	context: IExecuteFunctions,
	itemIndex: number,
	choice: Input,
	variants: readonly Variant[],
): Variant {
	if (variants.length === 1) return variants[0];
	const value = choice.read(fieldOf(context, itemIndex, choice.property), {
		timezone: context.getTimezone(),
	});
	return variants.find((one) => one.value === value) ?? variants[0];
}

function lookFor(resource: SmileResource, { lookBy = [] }: InquireOptions, body: IDataObject) {
	// Smile's filters are by day, in a zone that it does not name.
	const startDate = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
	const known = lookBy.filter((name) => body[name] !== undefined);
	const isDated = resource.filters.includes('startDate') && resource.datedBy === 'creation date';
	return {
		path: resource.path,
		query: {
			...Object.fromEntries(known.map((name) => [name, body[name]])),
			...(isDated ? { startDate } : {}),
		},
		isEqual: (record: IDataObject) =>
			holds((resource.unwrapped?.(record) ?? record).requestMeta, body),
	};
}

/** A product with two versions answers each below its own path. */
function listOf(variant: Variant, resource: SmileResource): string {
	return resource.apiVersions ? variant.path : resource.path;
}
