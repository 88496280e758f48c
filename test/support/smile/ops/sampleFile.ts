const mark = '% sample payslip of the simulated Smile';

/** A file that the simulated sandbox can analyze, padded to a size in bytes; two sizes are two files. */
export function samplePayslip(size = 2048): Buffer {
	const text = `%PDF-1.4\n${mark}\n`;
	return Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(0, size - text.length), ' ')]);
}

/** Whether the simulation made this file. */
export function isSampleFile(bytes: Buffer): boolean {
	return bytes.subarray(0, 200).includes(mark);
}
