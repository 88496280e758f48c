import { waitFor } from '../waitFor';

/** One request that reached the simulation. */
export interface JournalEntry {
	method: string;
	/** Path below /v1 without the query, such as `/webhooks`. */
	path: string;
	query: Record<string, unknown>;
	/**
	 * Parsed JSON, the text where it is none, undefined without a body. May hold secrets. Texts that are too
	 * long to be kept are replaced by their length and digest, as `longText` writes them.
	 */
	body: unknown;
	/** Without Authorization. */
	headers: NodeJS.Dict<string | string[]>;
	/** Whether the key pair of this environment came along. */
	authorised: boolean;
	/** The key, without its secret, of the pair that came along. */
	apiKey?: string;
	/** Status that was sent; null while, or when, no answer was given. */
	status: number | null;
	/** What was wrong with a refused request, where the answer does not say it. */
	reason?: string;
	/** Kind of the fault that was played on this request. */
	fault?: string;
	at: Date;
}

/** Every request since the start or the last `clear()`, in order of arrival. */
export class Journal {
	/** The longest text of a body that is kept; uploads are longer. */
	longestText = 100_000;

	private readonly recorded: JournalEntry[] = [];

	get entries(): readonly JournalEntry[] {
		return [...this.recorded];
	}

	record(entry: JournalEntry): void {
		this.recorded.push(entry);
	}

	clear(): void {
		this.recorded.length = 0;
	}

	/** Entries with this method and path. */
	of(method: string, path: string): JournalEntry[] {
		return this.recorded.filter((entry) => entry.method === method && entry.path === path);
	}

	/** The first entry that fits, arrived already or within the given milliseconds. */
	async waitFor(fits: (entry: JournalEntry) => boolean, timeoutMs = 5000): Promise<JournalEntry> {
		return await waitFor(() => this.recorded.find(fits), {
			timeoutMs,
			describe: () => `a request; what did arrive: ${this.summary()}`,
		});
	}

	/** Method, path and status of what arrived; nothing that could be a secret. */
	summary(): string {
		const lines = this.recorded.map(
			({ method, path, status, fault }) =>
				`${method} ${path} -> ${status ?? 'no answer'}${fault ? ` (${fault})` : ''}`,
		);
		return lines.length > 0 ? lines.join(', ') : 'nothing';
	}
}
