import type { Browser, BrowserContextOptions } from 'playwright-core';

import { patienceMs } from './browser';
import { Editor } from './editor';

export type Theme = 'light' | 'dark';

/** Opens a window of its own with n8n's editor, and signs in. */
export async function openWindow(
	browser: Browser,
	origin: string,
	login: { email: string; password: string },
): Promise<Editor> {
	const editor = await newWindow(browser, origin);
	await editor.signIn(login);
	return editor;
}

/** Opens a further window for whoever is signed in in the first: n8n allows few sign-ins a minute. */
export async function openFurther(
	{ page, origin }: Editor,
	browser: Browser,
	theme: Theme,
): Promise<Editor> {
	const storageState = await page.context().storageState();
	return await newWindow(browser, origin, { storageState, colorScheme: theme });
}

async function newWindow(
	browser: Browser,
	origin: string,
	options: BrowserContextOptions = {},
): Promise<Editor> {
	const context = await browser.newContext({
		colorScheme: 'light',
		viewport: { width: 1280, height: 800 },
		...options,
	});
	context.setDefaultTimeout(patienceMs);
	// n8n explains pinned data once in a bubble, which would lie over the item.
	await context.addInitScript({ content: "localStorage.N8N_PIN_DATA_DISCOVERY_NDV = 'true'" });
	return new Editor(await context.newPage(), origin);
}
