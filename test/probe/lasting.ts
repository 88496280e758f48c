import type { Answer } from './client';
import type { Probe } from './probe';

/** A POST that makes something for which Smile has no deletion; noted also where its answer is lost. */
export async function postLasting(
	{ client, made }: Probe,
	kind: string,
	path: string,
	body: unknown,
): Promise<Answer> {
	return await client.ask(path, { method: 'POST', body }).catch((error: Error) => {
		made.noteLasting(kind, 'unknown, as no answer came');
		throw error;
	});
}
