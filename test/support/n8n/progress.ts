/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness works on files */
import { readdir } from 'node:fs/promises';

const everyMs = 5_000;

/** Says every few seconds how long something has taken and how much has arrived; returns what ends it. */
export function reportProgress(
	what: string,
	folder: string,
	onProgress: (line: string) => void,
): () => void {
	const startedAt = Date.now();
	const tell = async () => {
		const packages = (await readdir(folder).catch(() => [])).length;
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		const arrived = packages > 0 ? `${packages} packages unpacked` : 'resolving and downloading';
		onProgress(`${what}: ${seconds} s, ${arrived} (needed once, takes some minutes)`);
	};
	void tell();
	const timer = setInterval(() => void tell(), everyMs);
	return () => clearInterval(timer);
}
