import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { LONGEST_ID } from '../../api/limits';
import { readRecord } from '../../api/readRecord';
import { recordIn, writeOnce } from '../../api/writeOnce';
import { lowerFirst } from '../../shared/firstLetter';
import type { Operation } from '../operation';
import { ADDITIONAL_FIELDS, collectionProperty, readBody } from '../parameters/body';
import { consentInputs, moreOfConsent } from '../parameters/consent';
import type { Named } from '../parameters/field';
import type { Input } from '../parameters/input';
import { notice } from '../parameters/notice';
import { optionsProperty } from '../parameters/optionsProperty';
import { formOf, simplifyProperties } from '../parameters/simplify';
import { textInput } from '../parameters/textInputs';
import { readWaiting, waitingProperties } from '../parameters/waiting';
import type { SmileResource, Verb } from '../resource';
import { objectIn } from './create';
import { lostInquiry } from './lostInquiry';
import { refuseRetryOnFail } from './once';
import { variantsOf, type Variant } from './variants';
import { waitForResult } from './waitForResult';

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
	most: LONGEST_ID,
	isId: true,
});

const NOTICE =
	'This asks about a real person and needs their consent. Smile may bill each query. The node never asks twice by itself.';

/** Asks about a person, at most once. */
export function inquire(options: InquireOptions): Verb {
	const { value = 'create', name = 'Create', action, description, variants } = options;
	const choice = variantsOf(variants, options.choice);
	const additional = [...(options.additional ?? []), ...moreOfConsent, templateId];
	return (_value, resource): Operation => ({
		option: { name, value, action, description },
		writes: true,
		properties: [
			notice(NOTICE),
			...choice.properties,
			...consentInputs.map(({ property }) => property),
			...simplifyProperties(resource),
			collectionProperty(ADDITIONAL_FIELDS, additional),
			...optionsProperty(waitingProperties),
		],
		async run(context, itemIndex, orThrow, smile) {
			refuseRetryOnFail(context, itemIndex);
			const variant = choice.read(context, itemIndex);
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
			const list = listOf(variant, resource);
			const { unwrapped = (answered) => answered } = resource;
			const recordOf = (data: unknown) => {
				const answered = recordIn(data);
				return answered && recordIn(unwrapped(answered));
			};

			const write = await writeOnce(smile, {
				method: 'POST',
				path: variant.path,
				body,
				timeout: options.timeout?.(body),
				repeat: 'never',
				madeIn: recordOf,
				look: lostInquiry(list, resource, options.lookBy ?? [], body),
			});
			const made = objectIn(orThrow(write, lowerFirst(action)));
			const record = unwrapped(made);
			const read = async (id: string) => await readRecord(smile, list, id, unwrapped);
			return [form(most ? await waitForResult(smile, read, record, most) : record)];
		},
	});
}

/** A product with two versions answers each below its own path. */
function listOf(variant: Variant, resource: SmileResource): string {
	return resource.apiVersions ? variant.path : resource.path;
}
