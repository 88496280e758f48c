import type { IHookFunctions } from 'n8n-workflow';

/**
 * Addresses of test runs that this process registered. n8n 2.41 calls delete() with the mode "internal" for
 * a test run as well as for a published workflow, so only the address tells them apart.
 */
const addresses = new Set<string>();

/** Notes the address when somebody listens for a test event; says whether this is so. */
export function noteTestRun(context: IHookFunctions, address: string): boolean {
	if (context.getMode() !== 'manual') return false;
	addresses.add(address);
	return true;
}

/** Whether the address belonged to a test run, which ends with this call. */
export function endTestRun(address: string): boolean {
	return addresses.delete(address);
}
