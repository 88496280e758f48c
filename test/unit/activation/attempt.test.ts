import { attempt } from '../../../nodes/Smile/activation/attempt';
import type { Attempt } from '../../../nodes/Smile/activation/attempts';
import { triggerOf } from '../../../nodes/Smile/activation/trigger';
import { ownWorkflow } from '../../support/triggerHooks';

describe('a part of a registration', () => {
	it.each([
		['registered', async () => await Promise.resolve(true)],
		['under way', async () => await Promise.resolve(false)],
		['failed', async () => await Promise.reject(new Error('dummy'))],
	] as const)('says that it is %s', async (outcome, work) => {
		const { context } = ownWorkflow().hooks();
		const seen: Attempt[] = [];

		await attempt(context, async (own) => {
			seen.push({ ...own }, own);
			return await work();
		}).catch(() => {});

		const [during, after] = seen;
		expect(during).toMatchObject({
			trigger: triggerOf(context),
			isTest: false,
			outcome: 'under way',
		});
		expect(after.outcome).toBe(outcome);
	});
});
