/** A question about a person that Smile took to its sources: probably billed, and known to them. */
export interface Query {
	/** Such as `signal` or `socialSecurity`. */
	product: string;
	/** Path below /v1 that it was asked at. */
	path: string;
	/** The record that holds the answer. */
	id: string;
	request: Record<string, unknown>;
	at: string;
}

/** Every query about a person since the start or the last `clear()`; one refused before is none. */
export class Queries {
	private readonly asked: Query[] = [];

	get all(): readonly Query[] {
		return [...this.asked];
	}

	of(product: string): Query[] {
		return this.asked.filter((query) => query.product === product);
	}

	/** Those whose request holds this value, such as a phone number, at its first level. */
	about(value: string): Query[] {
		return this.asked.filter(({ request }) => Object.values(request).includes(value));
	}

	note(query: Query): void {
		this.asked.push(query);
	}

	clear(): void {
		this.asked.length = 0;
	}
}
