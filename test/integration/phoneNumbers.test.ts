import { runAction } from '../support/contexts/runAction';
import { thrownBy } from '../support/thrownBy';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

const check = {
	resource: 'blacklist',
	operation: 'check',
	consentedAt: '2026-01-05T08:00:00Z',
	consentedWith: 'Ticked "I agree"',
};

describe('a phone number that would become that of somebody else', () => {
	it.each([
		['+63 (0)917 000 0000', 'holds a zero that is dialled only within the country'],
		['639170000000/12', 'holds no phone number with its country code'],
	])('is not asked about, nor put into the error: %s', async (mobileNumber, problem) => {
		const smile = await worlds.startSmile();
		const filters = { mobileNumber };

		const errors = [
			await thrownBy(runAction({ smile, parameters: { ...check, mobileNumber } })),
			await thrownBy(
				runAction({ smile, parameters: { resource: 'blacklist', operation: 'getAll', filters } }),
			),
		];

		for (const { message, description } of errors) {
			expect(message).toBe(`The field Mobile Number ${problem}`);
			expect(description).toContain('as in +63 917 000 0000');
			expect(`${message} ${description}`).not.toContain('917000');
		}
		expect(smile.journal.entries).toEqual([]);
	});
});
