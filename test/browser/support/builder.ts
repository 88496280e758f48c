import { workingLogin } from '../../demo/login';
import type { StartOptions } from '../../support/n8n/types';
import { startN8nWorld, type N8nWorld } from '../../support/n8n/world';
import { patienceMs, startBrowser } from './browser';
import { Editor } from './editor';

export type Theme = 'light' | 'dark';

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
	const world = await startN8nWorld(options);
	const browser = await startBrowser();
	const close = async () => {
		await browser.close();
		await world.close();
	};
	const openWindow = async (theme: Theme) => {
		const context = await browser.newContext({
			colorScheme: theme,
			viewport: { width: 1280, height: 800 },
		});
		context.setDefaultTimeout(patienceMs);
		// n8n explains pinned data once in a bubble, which would lie over the item.
		await context.addInitScript({ content: "localStorage.N8N_PIN_DATA_DISCOVERY_NDV = 'true'" });
		const editor = new Editor(await context.newPage(), world.n8n.origin);
		await editor.signIn(await workingLogin(world.n8n));
		return editor;
	};
	const editor = await openWindow('light').catch(async (error: Error) => {
		await close();
		return await Promise.reject(error);
	});
	return { world, editor, openWindow, close };
}
