/* eslint-disable @n8n/community-nodes/no-restricted-imports -- writes raw answers, slowly at times */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { FileFault } from './fileFaults';
import type { ShelvedFile } from './fileShelf';
import { inventedBytes } from './inventedBytes';

/** How one file goes over the wire. */
interface Sending {
	file: ShelvedFile;
	/** The length that is announced; undefined sends chunks. */
	announced?: number;
	/** How many bytes are sent before `end`. */
	sent: number;
	end: 'finish' | 'drop' | 'stall';
	/** Milliseconds before each kilobyte. */
	ms?: number;
}

/** Sends a file, as the fault has it where there is one. */
export async function sendFile(
	response: ServerResponse,
	file: ShelvedFile,
	fault: FileFault | undefined,
	isHead: boolean,
): Promise<void> {
	const sending = sendingOf(file, fault);
	response.statusCode = 200;
	if (sending.file.type) response.setHeader('content-type', sending.file.type);
	if (sending.announced !== undefined) response.setHeader('content-length', sending.announced);
	if (isHead) return void response.end();
	await write(response, sending);
	if (sending.end === 'finish') response.end();
	else if (sending.end === 'drop') response.destroy();
}

function sendingOf(file: ShelvedFile, fault: FileFault | undefined): Sending {
	const { size } = file;
	const whole: Sending = { file, announced: size, sent: size, end: 'finish' };
	const half = Math.floor(size / 2);
	switch (fault?.kind) {
		case 'trickle':
			return { ...whole, ms: fault.ms };
		case 'stall':
			return { ...whole, sent: half, end: 'stall' };
		case 'cut':
			return { ...whole, sent: half, end: 'drop' };
		case 'huge': {
			const { bytes } = fault;
			const huge = { ...file, size: bytes, pieces: () => inventedBytes('huge', bytes) };
			return { ...whole, file: huge, sent: bytes, announced: fault.announced ? bytes : undefined };
		}
		case 'wrongLength':
			return {
				...whole,
				announced: fault.announced,
				end: fault.announced > size ? 'drop' : 'finish',
			};
		case 'otherBytes':
			return { ...whole, file: { ...file, pieces: () => inventedBytes('other bytes', size) } };
		case 'chunked':
			return { ...whole, announced: undefined };
		case 'type':
			return { ...whole, file: { ...file, type: fault.type ?? '' } };
		default:
			return whole;
	}
}

async function write(response: ServerResponse, { file, sent, ms }: Sending): Promise<void> {
	let left = sent;
	for (const piece of file.pieces()) {
		for (const part of ms === undefined ? [piece] : kilobytesOf(piece)) {
			// Whoever reads may have had enough.
			if (left <= 0 || response.destroyed) return;
			if (ms !== undefined) await pause(ms, undefined, { ref: false });
			const ready = response.write(part.subarray(0, left));
			left -= part.length;
			if (!ready && !response.destroyed) await drained(response);
		}
	}
}

async function drained(response: ServerResponse): Promise<void> {
	const over = new AbortController();
	const events = ['drain', 'close'].map(
		async (name) => await once(response, name, { signal: over.signal }).catch(() => undefined),
	);
	await Promise.race(events);
	over.abort();
}

function kilobytesOf(piece: Buffer): Buffer[] {
	const count = Math.ceil(piece.length / 1024);
	return Array.from({ length: count }, (_none, at) => piece.subarray(at * 1024, at * 1024 + 1024));
}
