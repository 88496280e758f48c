import { triggerProperties } from '../../nodes/Smile/SmileTrigger.properties';
import { waitFor } from '../support/waitFor';
import { CredentialForm } from './support/credentialForm';
import { openTrigger } from './support/panels';
import { useBuilder } from './support/useBuilder';

const builder = useBuilder();

describe('a person who looks for the nodes', () => {
	it.each(['smile', 'payroll', 'income'])('finds trigger and actions with "%s"', async (word) => {
		const { editor } = builder();
		await editor.goTo('/workflow/new');
		await editor.part('canvas-add-button').click();

		const found = await editor.searchNodes(word);
		await editor.part('node-creator-item-name').filter({ hasText: 'Smile' }).first().click();
		await editor.page.getByText('On incomes added', { exact: true }).waitFor();
		const groups = await editor.page.getByText(/^(Triggers|Actions) \(\d+\)/).allInnerTexts();

		// n8n shows a trigger and an action node of one name as one entry.
		expect(found).toContain('Smile');
		expect(groups).toEqual([
			expect.stringMatching(/^Triggers \(38\)/),
			expect.stringMatching(/^Actions \(\d+\)/),
		]);
	});
});

describe('a person who makes a credential', () => {
	it('reads why its test fails, corrects it and sees it pass', async () => {
		const { world, editor } = builder();
		const form = new CredentialForm(editor);
		await form.open();
		await form.chooseEnvironment('Custom');
		const { apiKey, apiSecret, baseUrl } = world.smile;
		await form.fill({ baseUrl, apiKey, apiSecret: 'dummy-wrong', webhookSecret: 'dummy-secret' });

		await form.save('Couldn’t connect with these settings');
		const why = await form.details();
		await form.fill({ apiSecret });
		await form.save('Connection tested successfully');

		expect(why).toContain('Smile refused the API key in the Custom environment');
		expect(why).toContain('that API key and API secret are right');
	});
});

describe('a person who sets up the trigger', () => {
	const optionNames = triggerProperties
		.flatMap(({ name, options = [] }) => (name === 'options' ? options : []))
		.map(({ name, ...rest }) => ('displayName' in rest ? rest.displayName : name));

	it('picks events and receives a test event', async () => {
		const { world, editor } = builder();
		await editor.goTo('/workflow/new');
		await editor.part('canvas-add-button').click();
		await editor.searchNodes('smile');
		await editor.part('node-creator-item-name').first().click();
		await editor.page.getByText('On incomes added', { exact: true }).click();
		const panel = await editor.openedNode();
		await panel.choose('events', 'Account Failed');
		await editor.page.keyboard.press('Escape');

		await panel.listen();
		const [{ eventTypes }] = world.smile.webhooks.all;
		const [{ sent }] = await world.smile.emit('INCOMES_ADDED');
		await panel.output.getByText((JSON.parse(sent) as { id: string }).id).waitFor();

		expect(eventTypes).toEqual(['ACCOUNT_FAILED', 'INCOMES_ADDED']);
		expect(await panel.output.innerText()).toMatch(/INCOMES_ADDED[^]*userId/);
		await waitFor(() => world.smile.webhooks.all.length === 0, { timeoutMs: 30_000 });
	});

	it('opens every option', async () => {
		const panel = await openTrigger(builder(), { events: ['ALL_EVENTS'] });

		for (const name of optionNames) await panel.addOption(name, 'Options');

		expect(optionNames).toHaveLength(12);
		expect(await panel.labels()).toEqual(expect.arrayContaining(optionNames));
	});
});
