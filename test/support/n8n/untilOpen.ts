import { waitFor } from '../waitFor';
import type { N8n } from './types';

/**
 * Waits until n8n has registered the triggers of its published workflows. Before 2.40 its REST API answers earlier: a
 * workflow that is unpublished then is registered all the same.
 */
export async function untilOpen(n8n: N8n): Promise<void> {
	await waitFor(() => n8n.log().includes('Editor is now accessible'), {
		timeoutMs: 120_000,
		describe: 'n8n to have started its workflows',
	});
}
