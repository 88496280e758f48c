import type { Builder } from './support/builder';
import type { NodePanel } from './support/nodePanel';
import { openTrigger } from './support/panels';
import { useBuilder } from './support/useBuilder';

const parameters = { events: ['ALL_EVENTS'] };

/** What the editor says when a person listens for a test event, and when they publish. */
async function listenAndPublish({ editor }: Builder, panel: NodePanel) {
	await panel.executeButton.click();
	const listening = await editor.notification('Problem running workflow');
	await panel.close();
	await editor.publish();
	const publishing = await editor.notification('Workflow could not be published');
	return { listening, publishing };
}

describe('a trigger that cannot work says so in the editor', () => {
	const builder = useBuilder();

	it('when no event is selected: the field is marked, and nothing can be started', async () => {
		const panel = await openTrigger(builder(), { events: [] });

		const said = await panel.issue();
		const isOffered = await panel.executeButton.isEnabled();
		await panel.close();

		expect(said).toContain('Parameter "Trigger On" is required');
		expect(isOffered).toBe(false);
		expect(await builder().editor.part('workflow-open-publish-modal-button').isEnabled()).toBe(
			false,
		);
	});

	it.each([
		[
			'the credential has no webhook secret',
			{ webhookSecret: '' },
			['The Webhook Secret of the Smile API credential is empty', 'then try again'],
		],
		[
			'its webhook secret is too long for Smile',
			{ webhookSecret: 'z'.repeat(65) },
			['at most 64 characters', 'has 65', 'Shorten it'],
		],
		[
			'Smile refuses its key',
			{ apiSecret: 'dummy-wrong' },
			['Smile refused the API key in the Custom environment', 'INVALID_CREDENTIALS'],
		],
		[
			'its address is no address',
			{ baseUrl: 'smile' },
			['The Base URL of the Smile API credential is not a URL'],
		],
	])('when %s, on listening and on publishing', async (_when, change, expected) => {
		const panel = await openTrigger(builder(), parameters, change);

		const said = await listenAndPublish(builder(), panel);

		for (const part of expected) {
			expect(said.listening).toContain(part);
			expect(said.publishing).toContain(part);
		}
		expect(builder().world.smile.webhooks.all).toEqual([]);
	});
});

describe('an n8n that does not know its public https address, as on a person’s own computer,', () => {
	const builder = useBuilder({ publicUrl: 'http://localhost:5678' });

	it('is told of the variable to set, on listening and on publishing', async () => {
		const panel = await openTrigger(builder(), parameters);

		const said = await listenAndPublish(builder(), panel);

		for (const one of Object.values(said)) {
			expect(one).toContain('Smile delivers to https addresses only');
			expect(one).toContain('N8N_WEBHOOK_URL');
		}
	});
});
