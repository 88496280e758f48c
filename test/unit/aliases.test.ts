import { codexOf } from '../support/codex';

const { alias: action } = codexOf('Smile');
const { alias: trigger } = codexOf('SmileTrigger');

describe('the words that the nodes are found by', () => {
	it('are each there once', () => {
		for (const aliases of [action, trigger]) {
			expect(new Set(aliases.map((one) => one.toLowerCase())).size).toBe(aliases.length);
		}
	});

	it('about people and their data are the same for both nodes', () => {
		const technical = ['webhook', 'subscription', 'HMAC', 'event', 'verified', 'signature'];
		const plain = (aliases: string[]) => aliases.filter((one) => !technical.includes(one)).sort();

		expect(plain(action)).toEqual(plain(trigger));
		expect(plain(action).length).toBeGreaterThan(20);
	});

	it('claim nothing that other products called Smile do', () => {
		const foreign = /loyalty|reward|identity|face|selfie|biometric|whatsapp|smile ?(id|io)\b/i;

		expect([...action, ...trigger].filter((one) => foreign.test(one))).toEqual([]);
	});
});
