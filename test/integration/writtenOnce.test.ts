import type { INodeParameters } from 'n8n-workflow';

import { offered } from '../fixtures/operations';
import { runAction } from '../support/contexts/runAction';
import { sampleParameters } from '../support/operations/sampleParameters';
import { quickPauses } from '../support/quickPauses';
import type { Fault } from '../support/smile/faults';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

quickPauses();
const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** Operations that write to a person or ask about one, each in its first way. */
const never = offered
	.filter(({ repeat }) => repeat === 'never')
	.map((one) => [one.operationId, one] as const);

async function filledSmile(): Promise<SimulatedSmile> {
	const smile = await worlds.startSmile();
	smile.data.people(2, { account: 'connected' });
	return smile;
}

/** E-mails to people and queries about them: what must not be there twice. */
const doneTo = ({ outbox, queries }: SimulatedSmile) => outbox.mails.length + queries.all.length;
const posts = ({ journal }: SimulatedSmile) =>
	journal.entries.filter(({ method }) => method === 'POST').length;

const lost: Array<[string, Fault, number]> = [
	['whose answer is lost', { kind: 'answerLost', method: 'POST' }, 1],
	['that is cut before Smile has done it', { kind: 'cut', method: 'POST' }, 0],
	['that Smile answers 503', { kind: 'status', status: 503, method: 'POST' }, 0],
];

describe.each(lost)('a request %s', (_fault, fault, done) => {
	it.each(never)(
		'is not made again by %s',
		async (_id, operation) => {
			const smile = await filledSmile();
			smile.switches.echo = 'asSent';
			const [parameters] = sampleParameters(smile, operation);
			smile.faults.next(fault);

			const run = runAction({ smile, parameters, continueOnFail: true });
			const [item] = await run;

			expect(posts(smile)).toBe(1);
			expect(doneTo(smile)).toBe(done);
			if (done === 0) {
				expect(item.json).toMatchObject({ mayHaveHappened: true });
				expect(item.json.description).toContain('Smile may have done it all the same');
			} else {
				expect(item.json.mayHaveHappened === true || typeof item.json.id === 'string').toBe(true);
			}
		},
		30_000,
	);
});

describe('a request that never reached Smile', () => {
	it.each(never)('is made again by %s after a 429, and counts once', async (_id, operation) => {
		const smile = await filledSmile();
		const [parameters] = sampleParameters(smile, operation);
		smile.faults.next({ kind: 'status', status: 429, method: 'POST' });

		const [item] = await runAction({ smile, parameters });

		expect(posts(smile)).toBe(2);
		expect(doneTo(smile)).toBe(1);
		expect(typeof item.json.id).toBe('string');
	});
});

describe('an operation that must not be done twice', () => {
	const once = offered.filter(({ repeat }) => repeat === 'once');

	it.each([...never, ...once.map((one) => [one.operationId, one] as const)])(
		'refuses to run while Retry On Fail is on: %s',
		async (_id, operation) => {
			const smile = await filledSmile();
			const [parameters] = sampleParameters(smile, operation);

			const error = await thrownBy(runAction({ smile, parameters, retryOnFail: true }));

			expect(error.message).toContain('Retry On Fail');
			expect(smile.journal.entries).toEqual([]);
		},
	);

	it('takes what the lost answer told of for its own', async () => {
		const smile = await filledSmile();
		const parameters = inviteTo(smile, 'tala@people.example');
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const [item] = await runAction({ smile, parameters: { ...parameters, simplify: false } });

		expect(smile.outbox.mails.map(({ inviteId }) => inviteId)).toEqual([item.json.id]);
	});

	it('never takes an older equal one for its own after a request that was cut', async () => {
		const smile = await filledSmile();
		const parameters = inviteTo(smile, 'tala@people.example');
		const [first] = await runAction({ smile, parameters });
		smile.faults.next({ kind: 'cut', method: 'POST' });

		const error = await thrownBy(runAction({ smile, parameters }));

		expect(error.description).toContain('Smile may have done it all the same');
		expect(smile.outbox.mails.map(({ inviteId }) => inviteId)).toEqual([first.json.id]);
	});

	it('gives two equal items side by side one each, although an answer is lost', async () => {
		const smile = await filledSmile();
		const parameters = inviteTo(smile, 'tala@people.example');
		smile.faults.next({ kind: 'answerLost', method: 'POST' });

		const [one, other] = await Promise.all([
			runAction({ smile, parameters }),
			runAction({ smile, parameters }),
		]);

		expect(smile.outbox.mails).toHaveLength(2);
		expect(one[0].json.id).not.toBe(other[0].json.id);
	});

	it('says what was done for the items before one that fails', async () => {
		const smile = await filledSmile();
		const parameters = { ...inviteTo(smile, ''), email: '={{ $json.email }}' };
		const items = ['a@people.example', 'b@people.example', 'nobody'].map((email) => ({
			json: { email },
		}));

		const error = await thrownBy(runAction({ smile, parameters, items }));

		const ids = smile.outbox.mails.map(({ inviteId }) => inviteId);
		expect(ids).toHaveLength(2);
		expect(error.message).toContain('Email');
		expect(error.description).toContain(ids.join(', '));
	});
});

describe('a creation that is looked for before it is repeated', () => {
	const template: INodeParameters = {
		resource: 'consentTemplate',
		operation: 'create',
		consentType: 'TERMS',
		version: '7',
		consentText: 'I agree.',
	};

	it.each([
		['answerLost', { kind: 'answerLost', method: 'POST' } as const],
		['503', { kind: 'status', status: 503, method: 'POST' } as const],
		['cut', { kind: 'cut', method: 'POST' } as const],
	])('ends with one of it: %s', async (_fault, fault) => {
		const smile = await filledSmile();
		smile.faults.next(fault);

		const [item] = await runAction({ smile, parameters: template });

		const made = smile.data.all('consentTemplates').filter(({ version }) => version === '7');
		expect(made.map(({ id }) => id)).toEqual([item.json.id]);
	});

	it('gets a link token anew for a user whose answer was lost', async () => {
		const smile = await filledSmile();
		const metadata = { externalMetadata: { pairs: [{ key: 'application', value: 'A-1' }] } };
		const parameters = { resource: 'user', operation: 'create', additionalFields: metadata };
		const before = smile.data.all('users').length;
		smile.faults.next({ kind: 'answerLost', method: 'POST', path: '/users' });

		const [item] = await runAction({ smile, parameters });

		expect(smile.data.all('users')).toHaveLength(before + 1);
		expect(item.json).toMatchObject({
			id: smile.data.all('users').at(-1)?.id,
			token: { accessToken: expect.any(String) as string },
		});
	});

	it('is not repeated after a lost answer where nothing tells it from others', async () => {
		const smile = await filledSmile();
		const before = smile.data.all('users').length;
		smile.faults.next({ kind: 'answerLost', method: 'POST', path: '/users' });

		const error = await thrownBy(
			runAction({ smile, parameters: { resource: 'user', operation: 'create' } }),
		);

		expect(error.description).toContain('Smile may have done it all the same');
		expect(smile.data.all('users')).toHaveLength(before + 1);
	});
});

describe('a part of the API that Smile gives by invitation', () => {
	const alpha = { apiVersion: 'alpha' };

	it.each([
		['forms', { resource: 'form', operation: 'getAll' }],
		['social security', { resource: 'socialSecurity', operation: 'getAll', ...alpha }],
		[
			'one record',
			{ resource: 'socialSecurity', operation: 'get', socialSecurityId: 'a', ...alpha },
		],
	])('says so when it refuses: %s', async (_what, parameters) => {
		const smile = await filledSmile();
		smile.switches.closedStages = ['alpha'];

		const error = await thrownBy(runAction({ smile, parameters }));

		expect(error.description).toContain('by invitation');
	});

	it.each([
		['the same in another version', { resource: 'socialSecurity', operation: 'getAll' }],
		['what is open to all', { resource: 'signal', operation: 'getAll' }],
	])('is no word for %s', async (_what, parameters) => {
		const smile = await filledSmile();
		smile.switches.closedStages = ['beta'];

		const error = await thrownBy(runAction({ smile, parameters }));

		expect(error.description).not.toContain('by invitation');
	});
});

function inviteTo(smile: SimulatedSmile, email: string): INodeParameters {
	const operation = offered.find(({ operationId }) => operationId === 'create-invite');
	if (!operation) throw new Error('The table has no invites');
	return { ...sampleParameters(smile, operation)[0], email };
}
