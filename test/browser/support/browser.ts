/* eslint-disable @n8n/community-nodes/no-restricted-globals -- drives a browser */
import { chromium, selectors, type Browser } from 'playwright-core';

/** Milliseconds for one step: the editor is large, and the machine may be busy. */
export const patienceMs = 60_000;

/** Starts Debian's Chromium, or the one that the variable CHROMIUM names. */
export async function startBrowser(): Promise<Browser> {
	// The attribute by which n8n's own tests find parts of the editor.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
	});
}
