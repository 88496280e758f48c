/* eslint-disable @n8n/community-nodes/require-node-api-error -- its errors go to the test */
import { startDemo, type RunningDemo } from '../../demo/runDemo';
import { startBrowser } from './browser';
import type { Editor } from './editor';
import { openWindow } from './openWindow';

/** A person who has started the demo and signed in with what it prints. */
export interface Visitor {
	demo: RunningDemo;
	editor: Editor;
	close(): Promise<void>;
}

/** Starts the demo and a browser, and signs in. */
export async function startVisitor(): Promise<Visitor> {
	const demo = await startDemo([]);
	const browser = await startBrowser();
	const close = async () => {
		await browser.close();
		demo.interrupt();
		await demo.clear();
	};
	try {
		const [, origin] = await demo.printed(/n8n is ready at (\S+)/);
		const [, email, password] = await demo.printed(/Login +(\S+)\s+Password +(\S+)/);
		await demo.printed('Ctrl-C stops everything');
		return { demo, editor: await openWindow(browser, origin, { email, password }), close };
	} catch (error) {
		await close();
		throw error;
	}
}
