import type { Locator } from 'playwright-core';

import type { Editor } from './editor';

/** The form of a new credential. */
export class CredentialForm {
	constructor(private readonly editor: Editor) {}

	/** Opens it from the list of credentials, as the type Smile API. */
	async open(): Promise<void> {
		const { editor } = this;
		await editor.goTo('/home/credentials');
		await editor.part('add-resource-credential').click();
		await editor.part('new-credential-type-select').click();
		await editor.page.keyboard.type('smile');
		await editor.part('new-credential-type-select-option').filter({ hasText: 'Smile API' }).click();
		await editor.part('new-credential-type-button').click();
		await this.field('apiKey').waitFor();
		// n8n asks its server for a free name, and stores no credential without one.
		await editor.part('inline-edit-preview').filter({ hasText: 'account' }).waitFor();
	}

	async chooseEnvironment(name: string): Promise<void> {
		await this.editor.part('parameter-input-environment').click();
		await this.editor.listed(name).click();
	}

	async fill(fields: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(fields)) await this.field(name).fill(value);
	}

	/** Saves, which makes n8n test the credential; returns the outcome's box. */
	async save(outcome: string): Promise<Locator> {
		await this.editor.part('credential-save-button').click();
		const box = this.editor.part('node-credentials-config-container').getByText(outcome);
		await box.waitFor();
		return box;
	}

	/** Opens the details of a failed test and returns all text of the form. */
	async details(): Promise<string> {
		const form = this.editor.part('node-credentials-config-container');
		await form.getByText('More details').click();
		return await form.innerText();
	}

	private field(name: string): Locator {
		return this.editor.input(`parameter-input-${name}`);
	}
}
