import {
	LONGEST_CONSENT_TEXT,
	LONGEST_CONSENT_TYPE,
	LONGEST_CONSENT_VERSION,
} from '../../api/limits';
import type { Input } from './input';
import { textInput } from './textInputs';
import { pastInstantInput } from './instant';
import { pickInput } from './pick';

/**
 * By what a person agreed to be asked about. Nothing of it has a preset: a consent that nobody gave must not be
 * made up. Its template may be left empty, as type and version name the text as well.
 */
export const consentInputs: readonly Input[] = [
	pastInstantInput({
		displayName: 'Consented At',
		name: 'consentedAt',
		place: 'consent.consentedAt',
		description: 'When the person agreed; a time without a zone is in the zone of the workflow',
	}),
	textInput({
		displayName: 'Consented With',
		name: 'consentedWith',
		place: 'consent.consentedWith',
		description: 'The words or the deed by which the person agreed',
		example: 'Ticked "I agree to a credit check"',
		most: LONGEST_CONSENT_TEXT,
		isRequired: true,
	}),
	pickInput({
		displayName: 'Consent Template',
		name: 'consentTemplateId',
		place: 'consent.consentTemplateId',
		description: 'The text that the person agreed to; may be left empty',
		example: 'ct-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		noun: 'consent template',
		searchListMethod: 'searchConsentTemplates',
		isOptional: true,
	}),
];

/** What names the text where there is no template of it. */
export const moreOfConsent: readonly Input[] = [
	textInput({
		displayName: 'Consent Type',
		name: 'consentType',
		place: 'consent.type',
		description: 'The kind of consent, as agreed with Smile beforehand',
		example: 'social_security',
		most: LONGEST_CONSENT_TYPE,
	}),
	textInput({
		displayName: 'Consent Version',
		name: 'consentVersion',
		place: 'consent.version',
		description: 'The version of the text that the person agreed to',
		example: '1.0',
		most: LONGEST_CONSENT_VERSION,
	}),
];
