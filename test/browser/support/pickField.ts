import type { Locator } from 'playwright-core';

import type { NodePanel } from './nodePanel';

/** A field that picks one thing from a list, or takes its id. */
export class PickField {
	private readonly field: Locator;

	constructor(panel: NodePanel, name: string) {
		this.field = panel.part(`resource-locator-${name}`);
	}

	/** What it shows: the name of what was picked, or an id. */
	async shown(): Promise<string> {
		return await this.field.getByTestId('rlc-input').inputValue();
	}

	/** Opens the list and returns its entries. */
	async open(): Promise<Locator> {
		await this.field.getByTestId('rlc-input').click();
		const entries = this.field.page().getByTestId('rlc-item').filter({ visible: true });
		await entries.first().waitFor();
		return entries;
	}

	/** Texts of the entries that the list has for some words. */
	async search(words: string): Promise<string[]> {
		const entries = await this.open();
		const page = this.field.page();
		const answered = page.waitForResponse(
			(response) =>
				response.url().endsWith('/resource-locator-results') &&
				(response.request().postData() ?? '').includes(`"filter":"${words}"`),
		);
		await page
			.locator('[data-test-id=rlc-search]:visible')
			.getByRole('textbox')
			.or(page.locator('input[data-test-id=rlc-search]:visible'))
			.fill(words);
		await (await answered).finished();
		await entries.first().waitFor();
		return (await entries.allInnerTexts()).map((text) => text.trim());
	}

	/** Picks the entry with this text out of the open list. */
	async pick(text: string): Promise<void> {
		const page = this.field.page();
		await page.getByTestId('rlc-item').filter({ visible: true, hasText: text }).click();
		await page.getByTestId('rlc-item').first().waitFor({ state: 'hidden' });
	}

	/** Chooses how the thing is said: "From list", "By ID". */
	async chooseMode(mode: 'list' | 'id'): Promise<void> {
		await this.field.getByTestId('rlc-mode-selector').click();
		await this.field.page().getByTestId(`mode-${mode}`).filter({ visible: true }).click();
	}
}
