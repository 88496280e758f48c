import { isDigest, plainPhone } from '../../shared/plainPhone';
import type { Field } from './field';
import type { Input } from './input';
import { readText } from './text';

/** How a product wants its numbers. */
export interface PhoneForm {
	hasPlus: boolean;
	/** Whether the MD5 digest of the number, 32 hexadecimal digits, is taken in its place. */
	mayBeDigest: boolean;
}

const ADVICE =
	'Enter one number with its country code and without a zero behind that, as in +63 917 000 0000';

/** A phone number in the form that Smile wants, out of one as people write it; undefined where there is none. */
export function readPhone(field: Field, { hasPlus, mayBeDigest }: PhoneForm): string | undefined {
	const text = readText(field);
	if (text === '') return undefined;
	const phone = plainPhone(text);
	if (!phone.ok) throw field.error(phone.problem, ADVICE);
	if (!isDigest(phone.value)) return hasPlus ? `+${phone.value}` : phone.value;
	if (mayBeDigest) return phone.value;
	throw field.error('holds a digest, which Smile does not take here', ADVICE);
}

/** A field for a phone number. */
export function phoneInput(
	options: {
		displayName: string;
		name: string;
		place?: string;
		description?: string;
		isRequired?: boolean;
	} & PhoneForm,
): Input {
	const { displayName, name, place, isRequired = true, hasPlus, mayBeDigest } = options;
	const digest = mayBeDigest ? ', or the MD5 digest of it' : '';
	const description =
		options.description ?? `The person's phone number with its country code${digest}`;
	return {
		property: {
			displayName,
			name,
			type: 'string',
			default: '',
			placeholder: 'e.g. +63 917 000 0000',
			description,
			...(isRequired ? { required: true } : {}),
		},
		place,
		read: (field) => {
			const phone = readPhone(field, { hasPlus, mayBeDigest });
			if (phone === undefined && isRequired) throw field.error('holds nothing', ADVICE);
			return phone;
		},
	};
}
