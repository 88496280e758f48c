import {
	parametersOf,
	registrationOf,
	throwingFor,
	webhooksAt,
} from '../../../nodes/Smile/activation/registration';
import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import { MemorySmile, refused } from '../../support/memorySmile';
import { thrownBy } from '../../support/thrownBy';
import { address, hooksOf, secret, type HookOptions } from '../../support/triggerHooks';

function registering(given: Partial<HookOptions> = {}) {
	const smile = new MemorySmile();
	const { context } = hooksOf({ smile, ...given });
	return { smile, context, registration: registrationOf(context, triggerOf(context)) };
}

describe('what a workflow wants at Smile', () => {
	it('goes by the trigger, the workflow and the credential', async () => {
		const parameters = { events: ['USER_CREATED', 'ACCOUNT_FAILED'] };

		const { wanted, smile } = await registering({ parameters }).registration;

		expect(wanted).toEqual({
			name: 'n8n: Payroll',
			url: address,
			eventTypes: ['ACCOUNT_FAILED', 'USER_CREATED'],
			active: true,
			includePayload: false,
			secret,
		});
		expect(smile.credential.apiKey).toBe('example-key');
	});

	it('has a name where the workflow has none', async () => {
		const { wanted } = await registering({ workflow: { name: undefined } }).registration;

		expect(wanted.name).toBe('n8n: ');
	});

	it.each([
		[
			{ credential: { webhookSecret: undefined } },
			'The Webhook Secret of the Smile API credential is empty',
		],
		[
			{ credential: { webhookSecret: '' } },
			'The Webhook Secret of the Smile API credential is empty',
		],
		[{ parameters: { events: [] } }, 'No event is selected'],
		[{ parameters: { options: { userIds: '' } } }, 'User IDs holds nothing'],
		[{ address: 'http://localhost:5678/1' }, 'Smile delivers to https addresses only'],
	] as Array<[Partial<HookOptions>, string]>)(
		'cannot be said where something has to be set first: %j',
		async (given, said) => {
			const { message, name } = await thrownBy(registering(given).registration);

			expect(message).toContain(said);
			expect(name).toBe('NodeOperationError');
		},
	);

	it('says which option holds nothing', () => {
		const { context } = hooksOf({
			smile: new MemorySmile(),
			parameters: { options: { userIds: '' } },
		});

		expect(() => parametersOf(context)).toThrow(
			'User IDs holds nothing. Fill it in, or remove it where it is an option, then try again',
		);
	});
});

describe('the webhooks at an address', () => {
	it('are those with exactly it', async () => {
		const smile = new MemorySmile();
		const { id } = smile.webhooks.add({ url: address });
		for (const url of [`${address}/`, address.toUpperCase(), 'https://n8n.example.test/']) {
			smile.webhooks.add({ url });
		}

		expect(await webhooksAt(smile.client(), address)).toMatchObject({ ok: true, value: [{ id }] });
	});

	it('are not known where the list cannot be read, and the error says all of it', async () => {
		const smile = new MemorySmile();
		smile.interfere('GET', refused);

		const listed = await webhooksAt(smile.client(), address);
		const doing = 'read the webhooks at Smile';
		const reading = async () => await Promise.resolve(throwingFor(smile.client())(listed, doing));

		const { message, description } = await thrownBy(reading());
		expect(message).toContain('Could not read the webhooks at Smile: ');
		expect(message).toContain('INVALID_PARAMETERS: Why, request req-1');
		// n8n 1 shows the description alone.
		expect(description).toContain(`${message}. `);
	});
});
