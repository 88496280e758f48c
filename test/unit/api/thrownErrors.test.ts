import { smileError, throwingAt, type ErrorPlace } from '../../../nodes/Smile/api/errors';
import type { Failure } from '../../../nodes/Smile/api/failure';
import { scriptedSmile } from '../../support/scriptedSmile';

const { client } = scriptedSmile();
const credential = { environment: 'sandbox' };
const place: ErrorPlace = { node: client.node, credential, doing: 'send the invite' };
const refused: Failure = { kind: 'refused', status: 400, code: 'INVALID_PARAMETERS' };
const fields = 'Check the fields of this node. Smile does not say which one it means.';
const invitation =
	'Smile gives access to this part of its API by invitation; without one it may answer so to everything.';
const mayBeDone =
	'Smile may have done it all the same. Look there before you run this again, as it would then be done twice.';

describe('a result that is unpacked', () => {
	it('is its value, and nobody asks for the place', () => {
		const orThrow = throwingAt(() => {
			throw new Error('Nothing has failed');
		});

		expect(orThrow({ ok: true, value: 7 }, 'read it')).toBe(7);
	});

	it('is an error of its place where it has failed', () => {
		const orThrow = throwingAt(() => ({ node: client.node, credential, itemIndex: 4 }));

		expect(() => orThrow({ ok: false, failure: refused }, 'read the users')).toThrow(
			expect.objectContaining({
				name: 'NodeApiError',
				message: 'Could not read the users: Smile did not accept the request (INVALID_PARAMETERS)',
				description: fields,
				httpCode: '400',
				context: expect.objectContaining({ itemIndex: 4 }),
			}),
		);
	});
});

describe('the error of a write of which nobody knows whether it was done', () => {
	it('says so, and carries a mark', () => {
		const failure: Failure = { kind: 'fault', status: 503, code: 'X', mayBeDone: true };

		const { description, context } = smileError(failure, place);

		expect(description).toBe(
			`${mayBeDone} Try again later. If it goes on, give the request id to Smile support.`,
		);
		expect(context.mayHaveHappened).toBe(true);
	});

	it('has no mark where it was not done', () => {
		expect(smileError(refused, place).context).not.toHaveProperty('mayHaveHappened');
	});
});

describe('the error of a part of the API that Smile gives by invitation', () => {
	const gone =
		'It may have been deleted, or belong to another environment or account. Check the ID.';
	const key =
		'Check in the Smile API credential that API key and API secret are right and belong to the Sandbox environment: a key works in one environment only. A right key may lack access to this part of the API: ask Smile for it.';

	it.each<[number, string]>([
		[400, fields],
		[403, `${invitation} ${key}`],
		[404, `${invitation} ${gone}`],
	])('says so for status %d', (status, description) => {
		const failure: Failure = { kind: 'refused', status, code: 'X', isByInvitation: true };

		expect(smileError(failure, place).description).toBe(description);
	});

	it('says nothing of it elsewhere', () => {
		const failure: Failure = { kind: 'refused', status: 404, code: 'X' };

		expect(smileError(failure, place).description).toBe(gone);
	});

	it('says it behind what may have happened', () => {
		const failure: Failure = {
			kind: 'foreign',
			status: 404,
			mayBeDone: true,
			isByInvitation: true,
		};

		const { description } = smileError(failure, place);

		expect(description).toBe(
			`${mayBeDone} ${invitation} Check any proxy or firewall between n8n and Smile.`,
		);
	});
});
