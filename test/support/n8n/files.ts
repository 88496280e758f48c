/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness works on files */
import { access } from 'node:fs/promises';

/** Whether there is a file or folder of this name. */
export async function exists(path: string): Promise<boolean> {
	return await access(path).then(
		() => true,
		() => false,
	);
}
