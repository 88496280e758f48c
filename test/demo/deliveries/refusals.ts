import type { N8n } from '../../support/n8n/types';

const line = /Smile delivery (?:rejected|failed): .*/g;

/** The lines that triggers write into n8n's log about deliveries they refuse, each given once. */
export class Refusals {
	private seen = 0;

	constructor(private readonly n8n: Pick<N8n, 'log'>) {}

	/** Those since the last look. */
	next(): string[] {
		const lines = this.n8n.log().match(line) ?? [];
		const fresh = lines.slice(this.seen);
		this.seen = lines.length;
		return fresh;
	}
}
