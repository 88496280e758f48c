import type { Probe } from './probe';

/** The status with which a file is answered without a key. */
export async function statusOfFile({ stop, patience }: Probe, address: string): Promise<number> {
	const signal = AbortSignal.any([stop, AbortSignal.timeout(patience.answerMs)]);
	const answer = await fetch(address, { redirect: 'manual', signal }).catch(() => {
		// The error would name the address, which is a key to the file.
		throw new Error('The address of a file was not answered');
	});
	await answer.body?.cancel();
	return answer.status;
}
