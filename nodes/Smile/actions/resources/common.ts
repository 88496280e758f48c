/** Filters of lists that name the account or archive their records come from. */
export const ofSource = ['sourceId', 'userId'] as const;

export const dated = ['startDate', 'endDate'] as const;

/** Where a simplified record says whose it is. */
export const origin = { sourceId: 'metadata.sourceId', userId: 'metadata.userId' };
