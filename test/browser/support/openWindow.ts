import type { Browser } from 'playwright-core';

import { patienceMs } from './browser';
import { Editor } from './editor';

export type Theme = 'light' | 'dark';

/** Opens a window of its own with n8n's editor, and signs in. */
export async function openWindow(
	browser: Browser,
	origin: string,
	login: { email: string; password: string },
	theme: Theme = 'light',
): Promise<Editor> {
	const context = await browser.newContext({
		colorScheme: theme,
		viewport: { width: 1280, height: 800 },
	});
	context.setDefaultTimeout(patienceMs);
	// n8n explains pinned data once in a bubble, which would lie over the item.
	await context.addInitScript({ content: "localStorage.N8N_PIN_DATA_DISCOVERY_NDV = 'true'" });
	const editor = new Editor(await context.newPage(), origin);
	await editor.signIn(login);
	return editor;
}
