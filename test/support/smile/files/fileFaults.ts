import type { FaultTarget } from '../faults';

/** How the file host misbehaves. */
export type FileFault = FaultTarget &
	(
		| { kind: 'status'; status: number; body?: string }
		/** To another path of this host, to another host or port, or to any URL. */
		| {
				kind: 'redirect';
				to: 'sameHost' | 'otherHost' | 'otherPort' | { url: string };
				status?: number;
		  }
		/** Drops the connection without an answer. */
		| { kind: 'drop' }
		/** Begins to answer that many milliseconds later. */
		| { kind: 'slow'; ms: number }
		/** Sends a kilobyte every so many milliseconds. */
		| { kind: 'trickle'; ms: number }
		/** Sends half of the file and then nothing more; the connection stays open. */
		| { kind: 'stall' }
		/** Announces the whole file, sends half of it and drops the connection. */
		| { kind: 'cut' }
		/** Sends that many bytes instead of the file, with or without saying so before. */
		| { kind: 'huge'; bytes: number; announced?: boolean }
		/** Announces another length than it sends. */
		| { kind: 'wrongLength'; announced: number }
		/** As many bytes, but others. */
		| { kind: 'otherBytes' }
		/** Sends the file in chunks, without a length. */
		| { kind: 'chunked' }
		/** Another content type, or none. */
		| { kind: 'type'; type: string | null }
	);
