import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/contexts/runAction';
import { quickPauses } from '../support/quickPauses';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const pairs = [{ key: 'application', value: 'A 17' }];
const create = (more: INodeParameters = {}) => ({
	resource: 'user',
	operation: 'create',
	additionalFields: { externalMetadata: { pairs } },
	...more,
});

describe('a user', () => {
	it.each(['yes', '={{ undefined }}', 1])(
		'is not made where Include Link Token is %j, as the error would hide its ID',
		async (includeToken) => {
			const smile = await worlds.startSmile();

			const error = await thrownBy(
				runAction({ smile, parameters: create({ options: { includeToken } }) }),
			);

			expect(error.message).toMatch(/^The field Include Link Token holds n/);
			expect(smile.journal.entries).toEqual([]);
		},
	);

	it('who was made although the answer was lost is named where there is no token', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'answerLost', method: 'POST', path: '/users' });
		smile.faults.next({ kind: 'status', status: 403, path: '/tokens' });

		const [item] = await runAction({ smile, parameters: create(), continueOnFail: true });

		const [user] = smile.data.all('users');
		expect(item.json).toMatchObject({
			error: expect.stringContaining(`link token for the user ${user.id}`) as string,
			mayHaveHappened: true,
		});
		expect(item.json.description).toContain(
			`The user ${user.id} is there. Use Create Link Token for this ID; running this again would make another user.`,
		);
	});

	it('who was made although the answer was lost needs no token where none is asked for', async () => {
		const smile = await worlds.startSmile();
		smile.faults.next({ kind: 'answerLost', method: 'POST', path: '/users' });
		const parameters = create({ options: { includeToken: false } });

		const [item] = await runAction({ smile, parameters });

		expect(item.json.id).toBe(smile.data.all('users')[0].id);
		expect(smile.journal.of('POST', '/tokens')).toEqual([]);
	});
});
