/** Work that no receiver of Smile's events gets around, on the same bytes as the delivery. */
export type Bare = 'HMAC' | 'HMAC + parse';

export const costCases = [
	'accepted',
	'duplicate',
	'filtered',
	'forged',
	'forged, first in a second',
] as const;
export type CostCase = (typeof costCases)[number];

/** What each case is compared with. A forged body is never parsed, so the HMAC alone is its fair measure. */
export const bares: Record<CostCase, Bare[]> = {
	accepted: ['HMAC + parse'],
	duplicate: ['HMAC + parse'],
	filtered: ['HMAC + parse'],
	forged: ['HMAC', 'HMAC + parse'],
	'forged, first in a second': ['HMAC'],
};
