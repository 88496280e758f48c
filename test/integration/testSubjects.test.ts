import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import { sampleData } from '../../nodes/Smile/events/sample';
import { runAction } from '../support/contexts/runAction';
import { tellEvents } from '../support/smile/data/toldEvents';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { itemsOf, Worlds, type World } from '../support/world';

const worlds = new Worlds();
let world: World;
let ids: Record<'account' | 'archive' | 'user', string>;

beforeAll(async () => {
	world = await worlds.publish();
	const told = tellEvents(world.smile, new Date('2026-03-04T08:00:00Z'));
	const { accountId, userId } = told.get('ACCOUNT_CONNECTED')?.data ?? {};
	const archiveId = told.get('ARCHIVE_ANALYZED')?.data.archiveId;
	ids = { account: String(accountId), archive: String(archiveId), user: String(userId) };
});
afterAll(async () => await worlds.closeAll());

const picked = (value: string, mode = 'list') => ({ __rl: true, mode, value });

/** Sends a test event and gives what the trigger started with. */
async function sent(eventType: string, options: INodeParameters): Promise<IDataObject> {
	const { smile, trigger } = world;
	const parameters = {
		resource: 'event',
		operation: 'sendTest',
		webhookId: picked(trigger.localUrl, 'url'),
		eventType,
		options,
	};
	await runAction({ smile, parameters });
	return itemsOf(trigger).at(-1)?.[0] as IDataObject;
}

async function dataBehind(smile: SimulatedSmile, event: IDataObject): Promise<IDataObject[]> {
	const parameters = { resource: 'event', operation: 'getData' };
	return (await runAction({ smile, parameters, items: [{ json: event }] })).map(({ json }) => json);
}

const typesWith = (...fields: string[]) =>
	(Object.keys(catalogue) as Array<keyof typeof catalogue>).filter((type) =>
		fields.some((field) => field in sampleData(type)),
	);
const ofAccounts = typesWith('accountId', 'sourceId').filter((type) => !/_UPDATED$/.test(type));
const ofUsers = typesWith('userId', 'session').filter(
	(type) => !/_UPDATED$|^(INVITE|VERIFICATION|RECORD)_/.test(type),
);

describe('a test event about somebody real', () => {
	it.each(ofAccounts)('of type %s leads to the data of the account', async (type) => {
		const event = await sent(type, { accountId: picked(ids.account) });

		const found = await dataBehind(world.smile, event);
		const { userId, ...data } = event.data as IDataObject;
		expect([userId, data.accountId ?? data.sourceId]).toEqual([ids.user, ids.account]);
		const { providerId } = world.smile.data
			.all('accounts')
			.find(({ id }) => id === ids.account) as IDataObject;
		expect(data.providers).toEqual([providerId]);
		expect(found.filter(({ record }) => record !== null).length).toBeGreaterThan(0);
	});

	it.each(typesWith('archiveId'))('of type %s leads to the archive', async (type) => {
		const event = await sent(type, { archiveId: picked(ids.archive, 'id') });

		const [{ record }] = await dataBehind(world.smile, event);
		expect(record).toMatchObject({ id: ids.archive });
	});

	it('of a task can be about an archive', async () => {
		const event = await sent('TASK_FINISHED', { archiveId: picked(ids.archive) });

		expect(event.data).toMatchObject({
			sourceId: ids.archive,
			sourceType: 'ARCHIVE',
			taskType: 'ANALYZE_ARCHIVE',
		});
	});

	it.each(ofUsers)('of type %s leads to something of the user', async (type) => {
		const event = await sent(type, { userId: picked(ids.user) });

		const found = await dataBehind(world.smile, event);
		expect(found.filter(({ record }) => record !== null).length).toBeGreaterThan(0);
	});

	it('lets the option Data have the last word', async () => {
		const options = { accountId: picked(ids.account), data: '{"count": 9, "userId": "acme-9"}' };

		const event = await sent('INCOMES_ADDED', options);

		expect(event.data).toMatchObject({ accountId: ids.account, count: 9, userId: 'acme-9' });
	});

	it.each<[string, string, () => INodeParameters, string]>([
		[
			'an archive in it',
			'INCOMES_ADDED',
			() => ({ archiveId: picked(ids.archive) }),
			'The field Archive has no place in an event of this type',
		],
		[
			'an account in it',
			'USER_CREATED',
			() => ({ accountId: picked(ids.account) }),
			'The field Account has no place',
		],
		[
			'two of them',
			'TASK_FINISHED',
			() => ({ accountId: picked(ids.account), archiveId: picked(ids.archive) }),
			'The field Archive cannot stand beside another one',
		],
		[
			'nothing picked',
			'INCOMES_ADDED',
			() => ({ accountId: picked('') }),
			'The field Account holds nothing',
		],
		[
			'an account that Smile does not know',
			'INCOMES_ADDED',
			() => ({ accountId: picked('a-none', 'id') }),
			'get the account a-none for the test event',
		],
	])('is refused with %s', async (_what, type, options, said) => {
		const before = world.trigger.executions.length;

		const error = await thrownBy(sent(type, options()));

		expect(error.message).toContain(said);
		expect(world.trigger.executions).toHaveLength(before);
	});

	it('is refused where the user has no account', async () => {
		const { id } = world.smile.data.add('users', { id: 'acme-alone' });

		const error = await thrownBy(sent('INCOMES_ADDED', { userId: picked(String(id)) }));

		expect(error.message).toContain('names somebody who has no accounts at Smile');
	});
});

describe('a made-up event', () => {
	it('has nothing behind it, and Get Data says why', async () => {
		const event = await sent('INCOMES_ADDED', {});

		const [item] = await dataBehind(world.smile, event);

		expect(item).toMatchObject({ record: null, gone: true });
		expect(item.reason).toContain('The event is made up');
		expect(item.reason).toContain('et-test-');
	});

	it('is told from a real one whose data is gone', async () => {
		const event = { ...(await sent('INCOMES_ADDED', {})), id: 'et-real' };

		const [item] = await dataBehind(world.smile, event);

		expect(item.reason).toContain('Smile holds no such data any more');
	});
});
