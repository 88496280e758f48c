/*
 * What Smile takes at most (its OpenAPI), in characters, where more than one part of the node needs it. Smile answers
 * whatever breaks a limit alike, without the name of the field, so the node says so before it asks.
 */

/** The id of anything, in an address or a body. */
export const LONGEST_ID = 200;

/** Any other short text, such as a name or a number. */
export const LONGEST_TEXT = 200;

export const LONGEST_CONSENT_TYPE = 200;
export const LONGEST_CONSENT_VERSION = 64;
/** The text of a consent, and the words by which a person agreed. */
export const LONGEST_CONSENT_TEXT = 65_535;

export const LONGEST_EMAIL_ADDRESS = 200;

export const LONGEST_WEBHOOK_NAME = 200;
export const LONGEST_WEBHOOK_URL = 500;

/** The secret that signs the deliveries of a webhook. */
export const LONGEST_SECRET = 64;
