import type { Logger } from 'n8n-workflow';

export interface LogLine {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	metadata?: unknown;
}

/** Stands in for n8n's logger: keeps every line for whoever is capturing, prints nothing. */
export class CapturedLogs implements Logger {
	private readonly captures = new Set<LogLine[]>();

	/** Lines written from now on are added to the returned list, until `stop`. */
	capture(): { lines: LogLine[]; stop: () => void } {
		const lines: LogLine[] = [];
		this.captures.add(lines);
		return { lines, stop: () => void this.captures.delete(lines) };
	}

	/** n8n's own services log under a scope; the scope is not kept. */
	scoped(): this {
		return this;
	}

	error(message: string, metadata?: unknown): void {
		this.write({ level: 'error', message, metadata });
	}

	warn(message: string, metadata?: unknown): void {
		this.write({ level: 'warn', message, metadata });
	}

	info(message: string, metadata?: unknown): void {
		this.write({ level: 'info', message, metadata });
	}

	debug(message: string, metadata?: unknown): void {
		this.write({ level: 'debug', message, metadata });
	}

	private write(line: LogLine): void {
		for (const lines of this.captures) lines.push(line);
	}
}
