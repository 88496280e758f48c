import type { CallHeaders } from '../../support/keepAliveClient';
import type { Kind } from './kinds';

export const targetNames = {
	webhook: 'Webhook node, answering at once, verifies nothing',
	bare: 'bare trigger with the same credential, verifies nothing',
	smile: 'Smile Trigger',
	github: 'GitHub Trigger',
	workflow: 'Webhook, Crypto, If; answers everybody 200 at once',
	refusing: 'Webhook, Crypto, Merge, If, Extract from File, Respond to Webhook',
} as const;
export type TargetId = keyof typeof targetNames;

/** A published workflow that deliveries are sent to. */
export interface Target {
	id: TargetId;
	/** Its webhook on this machine. */
	url: string;
	/** Headers beside the content type that make a body genuine or forged. */
	sign(body: Buffer, kind: Kind): CallHeaders;
	/** How it answers each kind; a kind that it cannot tell apart is left out. */
	answers: Partial<Record<Kind, number>>;
}
