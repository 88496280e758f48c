/** Lists at Smile whose entries carry the mark of the run, so that what was made without an answer is found, too. */
export const lists = ['webhooks', 'consentTemplates', 'inviteTemplates', 'archives'] as const;

export type MadeIn = (typeof lists)[number];

export interface Leftover {
	/** Such as `user`. */
	kind: string;
	id: string;
	why: string;
	/** Smile has no call that deletes things of this kind. */
	isExpected: boolean;
}

/** What the probe made at Smile. */
export class Made {
	private readonly begun = new Set<MadeIn>();
	private readonly things = new Map<string, MadeIn>();
	private readonly lasting: Leftover[] = [];

	/** Comes before the request: it may make something even where its answer is lost. */
	begin(list: MadeIn): void {
		this.begun.add(list);
	}

	note(list: MadeIn, id: string): void {
		this.things.set(id, list);
	}

	/** Notes a thing for which Smile has no deletion. */
	noteLasting(kind: string, id: string): void {
		if (this.lasting.some((known) => known.id === id && known.kind === kind)) return;
		const why = 'Smile has no call that deletes it';
		this.lasting.push({ kind, id, why, isExpected: true });
	}

	/** The probe has deleted it itself. */
	forget(id: string): void {
		this.things.delete(id);
	}

	get lists(): readonly MadeIn[] {
		return [...this.begun];
	}

	/** In the opposite order of making. */
	get deletable(): Array<{ list: MadeIn; id: string }> {
		return [...this.things].map(([id, list]) => ({ list, id })).reverse();
	}

	get leftovers(): readonly Leftover[] {
		return this.lasting;
	}
}
