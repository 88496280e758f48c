import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import { isKnownType } from '../../nodes/Smile/events/event';
import { eventSchema } from '../../nodes/Smile/events/schema';
import { EndlessLife } from '../demo/life';
import { people } from '../demo/people/people';
import { refresh } from '../demo/people/refresh';
import { settle } from '../demo/people/residents';
import { tell, type Told } from '../demo/people/told';
import { dataOf } from '../support/eventDataRuns';
import { callSmile } from '../support/smile/call';
import { heldBehind } from '../support/smile/data/held';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const types = Object.keys(catalogue);
const ownUrl = 'https://localhost:1/webhook/own/webhook';
const testUrl = 'https://localhost:1/webhook-test/built/webhook';

/** What is wrong with the form of an event, by Smile's documents. */
function problemsOf({ type, ...event }: Told): string[] {
	if (!isKnownType(type)) return [`${type} is unknown`];
	const { error } = eventSchema(type).safeParse({ type, ...event });
	return (error?.issues ?? []).map(({ path, message }) => `${type} ${path.join('.')}: ${message}`);
}

/** Whether an event names data that the simulation does not hold; a task that failed names none. */
function isEmpty(smile: SimulatedSmile, event: Told): boolean {
	const { datapoints } = event.data;
	if (Array.isArray(datapoints) && datapoints.length === 0) return false;
	return heldBehind(smile.data, event).length === 0;
}

describe('the people of the demo', () => {
	it('go through every type of event, each in the documented form and with its data there', async () => {
		const smile = await worlds.startSmile();
		const seen: string[] = [];
		const problems: string[] = [];

		for (const happened of people(smile, settle(smile))) {
			const event = tell(smile, happened);
			problems.push(...problemsOf(event));
			if (isEmpty(smile, event)) problems.push(`${event.type} speaks of nothing`);
			seen.push(event.type);
			if (seen.length === 500) break;
		}

		expect([...new Set(seen)].sort()).toEqual([...types].sort());
		expect(problems).toEqual([]);
	});

	it('have the updated records, and no others, where the event says', async () => {
		const smile = await worlds.startSmile();
		const [life] = settle(smile);
		const [updated] = refresh(smile, life);

		const items = await dataOf(smile, { ...tell(smile, updated) } as IDataObject);

		const held = smile.data.of('incomes', life.accountId);
		expect(updated).toMatchObject({ type: 'INCOMES_UPDATED', data: { count: 3 } });
		expect(items.map(({ record }) => record)).toEqual(held.slice(-3));
	});

	it('bring the payload of a finished task along', async () => {
		const smile = await worlds.startSmile();
		let event: Told | undefined;
		for (const happened of people(smile, settle(smile))) {
			event = tell(smile, happened);
			if (event.type === 'TASK_FINISHED') break;
		}

		const { sourceId, payload } = event?.data ?? {};
		expect(payload).toMatchObject({
			incomes: { items: smile.data.of('incomes', String(sourceId)).map(({ id }) => ({ id })) },
		});
	});
});

describe('the endless life of the demo', () => {
	async function living(...asked: Array<{ url: string; eventTypes: string[] }>) {
		const smile = await worlds.startSmile();
		for (const webhook of asked) smile.webhooks.add(webhook);
		const players = { smile, events: { url: ownUrl } };
		return { smile, life: new EndlessLife(players, settle(smile)) };
	}

	it('passes over what no webhook asks for', async () => {
		const { life } = await living({ url: ownUrl, eventTypes: ['RECORD_COMPLETED'] });

		expect(life.next()?.type).toBe('RECORD_COMPLETED');
	});

	it('has nothing to deliver where nobody asks', async () => {
		const { life } = await living({ url: ownUrl, eventTypes: ['SOMETHING_NEW'] });

		expect(life.next()).toBeUndefined();
	});

	it('now and then sends the own workflow a forgery, and everybody an event again', async () => {
		const builders = 'https://localhost:1/webhook/built/webhook';
		const { life } = await living(
			{ url: ownUrl, eventTypes: ['INCOMES_ADDED'] },
			{ url: builders, eventTypes: ['INCOMES_ADDED'] },
		);

		const scenes = Array.from({ length: 12 }, () => life.next());

		expect(scenes.filter((scene) => scene?.what !== 'signed')).toMatchObject([
			{ what: 'forged: changed on the way', to: ownUrl },
			{ what: 'sent twice: the same event again', eventId: scenes[6]?.eventId },
			{ what: 'forged: no signature', to: ownUrl },
		]);
	});

	it('hurries, and forges nothing, while somebody waits in the editor', async () => {
		const { smile, life } = await living({ url: ownUrl, eventTypes: ['INCOMES_ADDED'] });
		const before = life.isAwaited;
		smile.webhooks.add({ url: testUrl, eventTypes: ['TASK_FINISHED'] });

		const scenes = Array.from({ length: 12 }, () => life.next());

		expect([before, life.isAwaited]).toEqual([false, true]);
		expect(new Set(scenes.map((scene) => scene?.what))).toEqual(new Set(['signed']));
	});

	it('forges nothing for a workflow that is unpublished', async () => {
		const { life } = await living({
			url: 'https://elsewhere.example/',
			eventTypes: ['ALL_EVENTS'],
		});

		const scenes = Array.from({ length: 24 }, () => life.next());

		expect(scenes.filter((scene) => scene?.to !== undefined)).toEqual([]);
	});

	it.each<[string, string, object]>([
		['a user', '/users', {}],
		[
			'an invite',
			'/invites',
			{ fullName: 'Tala Halimbawa', email: 'tala@people.example', templateId: 'the first' },
		],
	])('lets the person of %s link an account some seconds later', async (_what, path, given) => {
		const { smile, life } = await living({ url: ownUrl, eventTypes: ['TASK_FINISHED'] });
		const [{ id: templateId }] = smile.data.all('inviteTemplates');
		const body = 'templateId' in given ? { ...given, templateId } : given;
		await callSmile(smile, path, { method: 'POST', body });
		const userId = smile.data.all('users').at(-1)?.id;

		const atOnce = life.openLinks();
		smile.clock.skewMs = 3000;
		const later = life.openLinks();
		const again = life.openLinks();
		const scene = life.next();

		expect({ atOnce, later, again }).toEqual({ atOnce: [], later: [userId], again: [] });
		expect(scene?.body).toMatchObject({ type: 'TASK_FINISHED', data: { userId } });
		expect(isEmpty(smile, scene?.body as Told)).toBe(false);
		const invited = smile.data.all('invites').filter((invite) => invite.userId === userId);
		expect(invited.map(({ status }) => status)).toEqual(path === '/invites' ? ['LINKED'] : []);
	});

	it('lets nobody link an account for a file that was uploaded', async () => {
		const { smile, life } = await living({ url: ownUrl, eventTypes: ['ALL_EVENTS'] });
		smile.announcer.tell('USER_CREATED', { userId: 'acme-1' });
		const [archive] = smile.data.all('archives');
		smile.data.add('archives', { ...archive, id: 'archive-1', userId: 'acme-1' });
		smile.clock.skewMs = 3000;

		expect(life.openLinks()).toEqual([]);
	});
});
