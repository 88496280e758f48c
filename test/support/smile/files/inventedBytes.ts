import { createHash } from 'node:crypto';

const blockSize = 64 * 1024;

/** So many bytes in pieces, the same for the same seed; they begin as a PDF does. */
export function* inventedBytes(seed: string, size: number): Generator<Buffer> {
	const block = blockOf(seed);
	const start = Buffer.from('%PDF-1.4\n');
	for (let at = 0; at < size; at += blockSize) {
		const piece = Buffer.from(block.subarray(0, Math.min(blockSize, size - at)));
		if (at === 0) start.copy(piece);
		yield piece;
	}
}

function blockOf(seed: string): Buffer {
	const digests: Buffer[] = [];
	for (let last = Buffer.from(seed); digests.length < blockSize / 64; ) {
		last = createHash('sha512').update(last).digest();
		digests.push(last);
	}
	return Buffer.concat(digests);
}
