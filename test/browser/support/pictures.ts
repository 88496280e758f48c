/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the environment */
import type { Editor } from './editor';

/** Takes a picture, into a file where the variable SCREENSHOTS names a folder; says how large it is, in bytes. */
export async function photograph({ page }: Editor, name: string): Promise<number> {
	const folder = process.env.SCREENSHOTS;
	const path = folder ? `${folder}/${name}.png` : undefined;
	return (await page.screenshot({ path, animations: 'disabled' })).length;
}

/** After each test, well or badly ended, takes a picture of it into the folder that STEPS names; without one none. */
export function photographEachTest(editor: () => Editor | undefined): void {
	const folder = process.env.STEPS;
	if (!folder) return;
	afterEach(async () => {
		const name = (expect.getState().currentTestName ?? '').replace(/[^a-z0-9]+/gi, '-');
		await editor()?.page.screenshot({ path: `${folder}/${name.slice(0, 150)}.png` });
	});
}
