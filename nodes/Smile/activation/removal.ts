import type { KeptState } from './state';

/** The webhooks of a trigger that n8n let go of, and how to delete them later. */
export interface Removal {
	/** Of the trigger when n8n let go of it, and so of the webhooks. */
	readonly address: string;
	/** Ids at Smile when n8n let go of the trigger; what was made since is none of ours. */
	readonly ids: readonly string[];
	/** What the trigger knew of its webhook. */
	readonly state: KeptState;
	/** Deletes these of the ids with the key of that time. Never throws. */
	remove(ids: readonly string[]): Promise<void>;
}

export interface Scheduled {
	removal: Removal;
	readonly at: number;
	/** Once it has begun, its webhooks cannot be kept any more. */
	hasBegun: boolean;
}

/** A removal that is carried out. */
export interface Going {
	readonly address: string;
	ids: readonly string[];
	hasBegun: boolean;
}
