import type { Locator, Page } from 'playwright-core';

import { NodePanel } from './nodePanel';

/** What the editor throws where it asks for a part of n8n that the test's n8n runs without. */
const switchedOff = 'Request failed with status code 404';

/** n8n's editor as a person uses it. Finds parts by the test ids that n8n gives them. */
export class Editor {
	/** Errors that the page's own scripts threw. */
	readonly pageErrors: string[] = [];

	constructor(
		readonly page: Page,
		readonly origin: string,
	) {
		page.on('pageerror', ({ message }) => {
			if (message !== switchedOff) this.pageErrors.push(message);
		});
	}

	part(testId: string): Locator {
		return this.page.getByTestId(testId);
	}

	/** The field of a part: n8n puts the test id now on the field itself, now on what is around it. */
	input(testId: string): Locator {
		const id = `[data-test-id=${testId}]`;
		return this.page.locator(`${id} input, input${id}`).first();
	}

	async goTo(path: string): Promise<void> {
		// Not "load": the editor goes on loading parts of itself for long.
		await this.page.goto(`${this.origin}${path}`, { waitUntil: 'domcontentloaded' });
	}

	async signIn({ email, password }: { email: string; password: string }): Promise<void> {
		await this.goTo('/signin');
		await this.input('emailOrLdapLoginId').fill(email);
		await this.input('password').fill(password);
		await this.part('form-submit-button').click();
		await this.page.waitForURL(/home|workflow/);
	}

	async openWorkflow({ id }: { id: string }): Promise<void> {
		await this.goTo(`/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
	}

	/** Opens a node of the workflow that is shown. */
	async openNode(name: string): Promise<NodePanel> {
		await this.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`).dblclick();
		return await this.openedNode();
	}

	/** The node whose details are shown, such as one that was just added. */
	async openedNode(): Promise<NodePanel> {
		await this.part('ndv').waitFor();
		await this.dismissHint();
		return new NodePanel(this.page);
	}

	/** Searches the nodes panel and returns the entries found; none where n8n says so. */
	async searchNodes(words: string): Promise<string[]> {
		await this.input('node-creator-search-bar').fill(words);
		const names = this.part('node-creator-item-name');
		const hit = names.filter({ hasText: /smile/i }).first();
		await hit.or(this.part('node-creator-no-results')).waitFor();
		return await names.allInnerTexts();
	}

	/** Imports a workflow's file into the new workflow that is shown. */
	async importFile(path: string): Promise<void> {
		await this.part('workflow-import-input').setInputFiles(path);
		await this.part('canvas-node').first().waitFor();
	}

	/** Names of the nodes on the canvas that n8n marks, such as for a missing credential. */
	async markedNodes(): Promise<string[]> {
		const marked = this.part('canvas-node').filter({ has: this.part('node-issues') });
		await marked.first().waitFor();
		const names = marked.evaluateAll((nodes) => nodes.map((node) => node.dataset.nodeName ?? ''));
		return await names;
	}

	/** Opens another page of this n8n in a window of somebody who is asked for a name and a password. */
	async openPage(path: string, login: { user: string; password: string }): Promise<Page> {
		const httpCredentials = { username: login.user, password: login.password };
		const context = await this.page.context().browser()?.newContext({ httpCredentials });
		if (!context) throw new Error('The browser has been closed');
		const page = await context.newPage();
		await page.goto(`${this.origin}${path}`);
		return page;
	}

	/** Publishes the workflow that is shown. */
	async publish(): Promise<void> {
		await this.part('workflow-open-publish-modal-button').click();
		const dialog = this.page.getByRole('dialog').filter({ hasText: 'Publish workflow' });
		await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
	}

	/** Waits for a message in the corner of the editor and returns its text. */
	async notification(title: string): Promise<string> {
		const box = this.page.locator('.el-notification', { hasText: title });
		await box.first().waitFor();
		return await box.first().innerText();
	}

	/** Closes the messages in the corner, and moves the mouse away from what it would explain. */
	async closeNotifications(): Promise<void> {
		const boxes = this.page.locator('.el-notification');
		while ((await boxes.count()) > 0) {
			const box = boxes.first();
			await box.locator('.el-notification__closeBtn').click();
			await box.waitFor({ state: 'hidden' });
		}
		await this.settle();
	}

	/** Waits until nothing but endless animations moves any more, the mouse being out of the way. */
	async settle(): Promise<void> {
		await this.page.mouse.move(0, 0);
		await this.page.waitForFunction(`document.getAnimations().every((one) =>
			one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity)`);
	}

	/** Entries of the list that is open. */
	listed(name?: string): Locator {
		const items = this.page.locator('.el-select-dropdown__item:visible');
		if (name === undefined) return items;
		return items.filter({ has: this.page.getByText(name, { exact: true }) });
	}

	/** Closes a hint about a changed shortcut that n8n shows to new users. */
	private async dismissHint(): Promise<void> {
		const button = this.page.getByRole('button', { name: 'Got it' });
		if (await button.isVisible()) await button.click();
	}
}
