import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const maybe = 'Smile may have done it all the same: look before you repeat it.';
const invite: INodeParameters = {
	resource: 'invite',
	operation: 'create',
	templateId: { __rl: true, mode: 'id', value: 'ivt-1' },
	fullName: 'Tala Halimbawa',
	email: 'tala.halimbawa@people.example',
};

/** Of what is routed to the error output, n8n keeps the message of `error` and nothing else. */
describe('the error output', () => {
	it.each<[INodeParameters, string]>([
		[invite, '/invites'],
		[{ resource: 'user', operation: 'create' }, '/users'],
	])('says that Smile may have done it: %j', async (parameters, path) => {
		const smile = await worlds.startSmile();
		for (let tries = 0; tries < 9; tries += 1) smile.faults.next({ kind: 'cut', path });

		const [{ error, json }] = await runAction({ smile, parameters, continueOnFail: 'errorOutput' });

		expect(error?.message).toMatch(new RegExp(`^Could not .+[^.]\\. ${maybe}$`));
		expect(json.error).toBe(error?.message);
	});

	it('says nothing of it where Smile has certainly done nothing', async () => {
		const smile = await worlds.startSmile();

		const [{ error }] = await runAction({
			smile,
			parameters: invite,
			continueOnFail: 'errorOutput',
		});

		expect(error?.message).toContain('Could not');
		expect(error?.message).not.toContain('may have');
	});

	it('is the only place where the message says so: else the item has mayHaveHappened', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'cut', path: '/invites', method: 'POST' });

		const [{ json }] = await runAction({ smile, parameters: invite, continueOnFail: true });

		expect(json.mayHaveHappened).toBe(true);
		expect(json.error).not.toContain('may have');
		expect(json.description).toContain('may have');
	});
});
