/* eslint-disable @n8n/community-nodes/no-restricted-globals -- jest hands nothing else on */
import './setup';

/** Runs once after all end-to-end tests, in jest's own process. */
export default async function tearDown(): Promise<void> {
	await globalThis.n8nKeeper?.close();
}
