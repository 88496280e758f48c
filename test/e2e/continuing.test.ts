import type { IDataObject, INode } from 'n8n-workflow';

import { actionNode } from '../support/n8n/workflows';
import { borrowN8nWorld, type N8nWorld } from '../support/n8n/world';

let world: N8nWorld;
beforeAll(async () => {
	world = await borrowN8nWorld();
});
afterAll(async () => await world?.close());

/** Runs an invitation whose request is cut. */
async function inviteThatIsCut(onError: INode['onError']) {
	const { smile, rest, credential } = world;
	const template = { __rl: true, mode: 'id', value: smile.data.all('inviteTemplates')[0].id };
	smile.faults.next({ kind: 'cut', method: 'POST', path: '/invites' });
	const parameters: IDataObject = {
		resource: 'invite',
		operation: 'create',
		templateId: template,
		fullName: 'Tala Halimbawa',
		email: 'tala.halimbawa@people.example',
	};
	return await rest.runAction({ parameters, credential, onError });
}

describe('a workflow that continues on error in a real n8n', () => {
	it('learns what to do after a request that was cut, and that Smile may have done what was asked', async () => {
		const { error, items } = await inviteThatIsCut('continueRegularOutput');

		expect(error).toBeUndefined();
		const [{ json }] = items(actionNode);
		expect(json).toEqual({
			error: expect.any(String),
			description: expect.any(String),
			mayHaveHappened: true,
		});
		expect(world.smile.journal.of('POST', '/invites')).toHaveLength(1);
	});

	it('reads on the error output, too, that Smile may have done what was asked', async () => {
		const { data } = await inviteThatIsCut('continueErrorOutput');

		const [run] = data.resultData.runData[actionNode];
		const failed = run.data?.main?.[1];
		const told = expect.stringMatching(/Smile may have done it all the same/) as string;
		expect(failed?.map(({ json }) => json)).toEqual([{ error: told }]);
	});

	it('gets what failed from the error output, and the rest from the other', async () => {
		const { smile, rest, credential } = world;
		smile.data.people(1);
		const [{ id }] = smile.data.all('users');
		const parameters: IDataObject = {
			resource: 'user',
			operation: 'get',
			userId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		};

		const { data } = await rest.runAction({
			parameters,
			credential,
			items: [{ id: 'u-unknown' }, { id }],
			onError: 'continueErrorOutput',
		});

		const [run] = data.resultData.runData[actionNode];
		const [found, failed] = run.data?.main ?? [];
		expect(found?.map(({ json }) => json.id)).toEqual([id]);
		expect(failed?.map(({ json }) => json.error)).toEqual([expect.stringContaining('u-unknown')]);
	});
});
