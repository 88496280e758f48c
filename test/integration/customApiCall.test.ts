import { runAction } from '../support/contexts/runAction';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** What n8n adds to the lists of Resource and Operation, and stores when it is chosen. */
const CHOSEN = '__CUSTOM_API_CALL__';

describe('Custom API Call, chosen by mistake in the Smile node', () => {
	it.each([
		[{ resource: CHOSEN }],
		[{ resource: CHOSEN, operation: 'getAll' }],
		[{ resource: 'user', operation: CHOSEN }],
		[{ resource: CHOSEN, operation: CHOSEN }],
	])('as %j says what to use instead', async (parameters) => {
		const smile = await worlds.startSmile();

		const error = await thrownBy(runAction({ smile, parameters }));

		expect(error.message).toContain('Custom API Call is not done by this node');
		expect(error.description).toContain('Use the node HTTP Request instead');
		expect(error.description).toContain('Predefined Credential Type, then Smile API');
		expect(smile.journal.entries).toEqual([]);
	});
});
