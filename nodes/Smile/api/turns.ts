/** Whose turn something is. */
export interface Turn {
	/** A person or n8n's publication waits for it: it goes before whatever items ask for. */
	isUrgent?: boolean;
	/** What asks: of several, each has its turn, however much the others ask for. */
	lane?: object;
}

/** What waits: the urgent first, then one of each lane in turn; within a lane in the order of coming. */
export class Turns<Entry> {
	private readonly urgent: Entry[] = [];
	private readonly lanes = new Map<object | undefined, Entry[]>();

	get isEmpty(): boolean {
		return this.urgent.length === 0 && this.lanes.size === 0;
	}

	add(entry: Entry, { isUrgent = false, lane }: Turn): void {
		if (isUrgent) this.urgent.push(entry);
		else this.lanes.set(lane, [...(this.lanes.get(lane) ?? []), entry]);
	}

	/** Takes out what comes next. */
	next(): Entry | undefined {
		if (this.urgent.length > 0) return this.urgent.shift();
		for (const [lane, [entry, ...rest]] of this.lanes) {
			// Set anew, the lane comes behind the others.
			this.lanes.delete(lane);
			if (rest.length > 0) this.lanes.set(lane, rest);
			return entry;
		}
		return undefined;
	}

	/** Takes out what waits no more. */
	remove(entry: Entry): void {
		const place = this.urgent.indexOf(entry);
		if (place >= 0) this.urgent.splice(place, 1);
		for (const [lane, entries] of this.lanes) {
			const rest = entries.filter((one) => one !== entry);
			if (rest.length > 0) this.lanes.set(lane, rest);
			else this.lanes.delete(lane);
		}
	}
}
