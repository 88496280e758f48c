/* eslint-disable @n8n/community-nodes/no-restricted-globals -- jest's processes read its environment */
import { startKeeper, type Keeper } from './keeper';

export const KEEPER_VARIABLE = 'SMILE_TESTS_N8N_KEEPER';

declare global {
	var n8nKeeper: Keeper | undefined;
}

/** Runs once before all end-to-end tests, in jest's own process. */
export default async function setUp(): Promise<void> {
	globalThis.n8nKeeper = await startKeeper();
	process.env[KEEPER_VARIABLE] = globalThis.n8nKeeper.origin;
}
