import { countries } from '../countries';
import { matching, moment, oneOf, optional, shaped, text, type Rule } from '../rules';

const digest = /^[0-9a-f]{32}$/i;
const plain = /^[1-9]\d{6,14}$/;

/** A number with its country code, without zeros before it; or the MD5 digest of one where that is allowed. */
function phone(pattern: RegExp, orDigest: boolean): Rule {
	const isRight = (value: string) => pattern.test(value) || (orDigest && digest.test(value));
	return (value) =>
		typeof value === 'string' && isRight(value) ? undefined : 'is no phone number as wanted here';
}

export const plainPhone = phone(plain, false);

export const plainPhoneOrDigest = phone(plain, true);

export const anyPhoneOrDigest = phone(/^\+?[1-9]\d{6,14}$/, true);

/** Required in words by every product that has it, though not by the schema of all. */
export const country = oneOf(...countries);

export const sixCountries = oneOf('IN', 'MX', 'PH', 'ID', 'CO', 'TH');

export const template = matching(/^(\w+Tpl|tpl)-?[\w-]+$/, 'template');

export const curp = matching(/^[A-Z0-9]{18}$/, 'CURP');

/** When and how the person agreed, and to which document. */
export const consent = shaped({
	consentedAt: moment,
	consentedWith: text(),
	consentTemplateId: optional(text()),
	type: optional(text()),
	version: optional(text()),
});
