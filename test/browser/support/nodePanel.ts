import type { Locator, Page } from 'playwright-core';

/** The details of a node: input, parameters and output. */
export class NodePanel {
	constructor(private readonly page: Page) {}

	part(testId: string): Locator {
		return this.page.getByTestId('ndv').getByTestId(testId);
	}

	get executeButton(): Locator {
		return this.part('node-execute-button');
	}

	get output(): Locator {
		return this.part('output-panel');
	}

	/** Listens for a test event; ends when the editor says that it does, after n8n registered the webhook. */
	async listen(): Promise<void> {
		await this.executeButton.click();
		await this.page.getByText('Listening for test event').waitFor();
	}

	/** What n8n says of the first field that is marked, when the mouse rests on the mark. */
	async issue(): Promise<string> {
		await this.part('parameter-issues').first().locator('svg').hover();
		const title = this.page.getByText('Issues:').filter({ visible: true }).first();
		await title.waitFor();
		return await title.locator('..').innerText();
	}

	/** Labels of the parameters that are shown. */
	async labels(): Promise<string[]> {
		const texts = await this.part('node-parameters').getByTestId('input-label').allInnerTexts();
		return texts.map((text) => text.split('\n')[0].trim());
	}

	/** Opens the list of a parameter, by the parameter's name. */
	async openList(parameter: string): Promise<Locator> {
		const items = this.page.locator('.el-select-dropdown__item:visible');
		// A list that was open before takes a moment to fold.
		await items.first().waitFor({ state: 'hidden' });
		await this.part(`parameter-input-${parameter}`).click();
		await items.first().waitFor();
		return items;
	}

	/** Chooses an entry by its exact name, for example of the parameter "operation". */
	async choose(parameter: string, name: string): Promise<void> {
		const items = await this.openList(parameter);
		await items.filter({ has: this.page.getByText(name, { exact: true }) }).click();
	}

	/** Adds an entry of a collection such as Options, unless it is there: n8n keeps it for another operation. */
	async addOption(name: string, collection: string): Promise<void> {
		const label = this.page.getByText(name, { exact: true });
		const items = this.part('parameter-item').filter({
			has: this.page.getByTestId('input-label').getByText(collection, { exact: true }),
		});
		const added = items.last().getByTestId('input-label').filter({ has: label }).first();
		await items.last().waitFor();
		if (await added.isVisible()) return;
		await items.last().getByTestId('collection-parameter-add').click();
		// The last one that is left is added without a list to choose from.
		const listed = this.page.getByTestId('collection-parameter-option').filter({ has: label });
		await listed.or(added).first().waitFor();
		if (await listed.isVisible()) await listed.click();
		await added.waitFor();
	}

	/** Types texts into parameters, by their names. */
	async fill(texts: Record<string, string>): Promise<void> {
		for (const [name, text] of Object.entries(texts)) {
			const id = `[data-test-id=parameter-input-${name}]`;
			await this.page.locator(`${id} input, input${id}`).first().fill(text);
		}
	}

	/** Picks the first credential that n8n offers for the node. */
	async pickCredential(): Promise<void> {
		await this.part('node-credentials-select').click();
		const item = '[data-test-id^=node-credentials-select-item-]:not([data-test-id$=-new])';
		await this.page.locator(item).first().click();
	}

	async close(): Promise<void> {
		await this.part('ndv-close-button').click();
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}
}
