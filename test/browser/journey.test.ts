/* eslint-disable @n8n/community-nodes/no-restricted-imports -- names a file to import */
import { join } from 'node:path';

import { office, staff, webhookIdOf } from '../support/journeys/journey';
import { startMailServer, type MailServer } from '../support/journeys/mailServer';
import { rowsOf } from '../support/journeys/tables';
import { checkout } from '../support/n8n/nodeBinary';
import { photograph } from './support/pictures';
import { useBuilder } from './support/useBuilder';

const builder = useBuilder();

let mail: MailServer;
beforeAll(async () => {
	const { rest } = builder().world;
	mail = await startMailServer();
	const smtp = { host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true };
	const people = { user: '', password: '', hostName: '' };
	const type = 'httpBasicAuth';
	await rest.createCredential({ name: 'Office mail', type: 'smtp', data: { ...smtp, ...people } });
	await rest.createCredential({ name: 'Staff', type, data: { ...staff } });
});
afterAll(async () => await mail?.close());

describe('a person who imports a journey', () => {
	it('picks credentials, publishes it, fills in its form and sees the end of the run', async () => {
		const { world, editor } = builder();
		await editor.goTo('/workflow/new');
		await editor.importFile(join(checkout, 'workflows', 'pre-screening.json'));

		for (const name of await editor.markedNodes()) {
			const panel = await editor.openNode(name);
			await panel.pickCredential();
			if (await panel.part('parameter-input-toEmail').isVisible()) {
				await panel.fill({ fromEmail: office, toEmail: office });
			}
			await panel.close();
		}
		await editor.publish();
		await editor.page.getByRole('dialog').getByText('Workflow published').waitFor();
		const [{ id }] = await world.rest.call<Array<{ id: string }>>('GET', '/workflows');

		// n8n gives what is imported an address of its own.
		const { nodes } = await world.rest.getWorkflow(id);
		const form = await editor.openPage(`/form/${webhookIdOf({ nodes }, 'Short Form')}`, staff);
		const [reference, phone] = [0, 1].map((index) => form.locator(`[name=field-${index}]`));
		await reference.fill('Walk-in 1');
		await phone.fill('447700900601');
		await form.getByText('I agree').click();
		await form.getByRole('button').click();
		await form.getByText('Thank you').waitFor();
		await form.close();

		const [execution] = await world.rest.waitForExecutions(id, 1, 90_000);
		await editor.goTo(`/workflow/${id}/executions/${execution.id}`);
		await editor.page.getByText('Succeeded').first().waitFor();
		await editor.settle();
		await photograph(editor, 'journey-run');

		expect(execution.items('Your step here')).toMatchObject([{ json: { resultCode: 'NO_DATA' } }]);
		expect(await rowsOf(world, 'Smile pre-screening')).toMatchObject([
			{ reference: 'Walk-in 1', outcome: 'not listed, signal NO_DATA' },
		]);
		expect(mail.mails).toEqual([]);
	});
});
