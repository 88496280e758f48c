/** Smile's wildcard: a subscription may name it, no delivery ever has it as its type. */
export const ALL_EVENTS = 'ALL_EVENTS';
