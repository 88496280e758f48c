/** The bodies with which a trigger answers deliveries. */
export const accepted = JSON.stringify({ status: 'accepted' });
export const rejected = (reason: string) => JSON.stringify({ status: 'rejected', reason });
