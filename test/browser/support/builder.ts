import { workingLogin } from '../../demo/login';
import type { StartOptions } from '../../support/n8n/types';
import { startN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { startBrowser } from './browser';
import type { Editor } from './editor';
import { openFurther, openWindow, type Theme } from './openWindow';

/** A person who builds workflows: a real n8n beside a simulated Smile, and a browser that shows its editor. */
export interface Builder {
	world: N8nWorld;
	editor: Editor;
	/** A second window with its own theme, signed in too. */
	openWindow(theme: Theme): Promise<Editor>;
	close(): Promise<void>;
}

/** Starts n8n and a browser and signs in. */
export async function startBuilder(options: StartOptions = {}): Promise<Builder> {
	const world = await startN8nWorld({ editor: true, ...options });
	const browser = await startBrowser();
	const close = async () => {
		await browser.close();
		await world.close();
	};
	const open = async () =>
		await openWindow(browser, world.n8n.origin, await workingLogin(world.n8n));
	const editor = await open().catch(async (error: Error) => {
		await close();
		return await Promise.reject(error);
	});
	return {
		world,
		editor,
		openWindow: async (theme) => await openFurther(editor, browser, theme),
		close,
	};
}
