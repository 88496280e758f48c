/*
 * What Smile takes at most (its OpenAPI), in characters. It answers whatever breaks a limit alike, without the name
 * of the field, so the node says so before it asks.
 */

/** The id of anything, in an address or a body. */
export const LONGEST_ID = 200;

export const LONGEST_EMAIL_ADDRESS = 200;

export const LONGEST_WEBHOOK_NAME = 200;
export const LONGEST_WEBHOOK_URL = 500;

/** The secret that signs the deliveries of a webhook. */
export const LONGEST_SECRET = 64;
