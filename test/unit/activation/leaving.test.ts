import { forgetLeaving, readLeaving, writeLeaving } from '../../../nodes/Smile/activation/leaving';
import { MemorySmile } from '../../support/memorySmile';
import { hooksOf } from '../../support/triggerHooks';

/** A trigger in a workflow for which n8n has stored this. */
const noted = (smileWebhooksLeaving?: unknown) =>
	hooksOf({
		smile: new MemorySmile(),
		stored: {
			global: {
				other: 1,
				...(smileWebhooksLeaving !== undefined && {
					smileWebhooksLeaving: smileWebhooksLeaving as [],
				}),
			},
		},
	});

describe('the webhooks that another process is about to remove', () => {
	it('are those noted for a trigger of the workflow, under whatever key', () => {
		expect(
			readLeaving(noted({ 'node-1/id-1': ['w-1', 7], 'node-2/id-2': ['w-2'] }).context),
		).toEqual(['w-1', '7', 'w-2']);
	});

	it('are also those noted in the earlier form, under the id of the node alone', () => {
		const { context, global } = noted({ 'node-1': ['w-1'], 'node-1/id-1': ['w-2'] });

		expect(readLeaving(context)).toEqual(['w-1', 'w-2']);
		writeLeaving(context, ['w-3']);

		expect(global.smileWebhooksLeaving).toEqual({ 'node-1/id-1': ['w-3'] });
	});

	it.each([undefined, null, 'text', ['w-1'], {}, { 'node-1/id-1': 'w-1' }])(
		'are none where %j is noted',
		(marks) => {
			expect(readLeaving(noted(marks).context)).toEqual([]);
		},
	);

	it('are noted beside those of other triggers', () => {
		const { context, global } = noted({ 'node-1/id-1': ['w-0'], 'node-2/id-2': ['w-2'] });

		writeLeaving(context, ['w-1']);

		expect(global).toEqual({
			other: 1,
			smileWebhooksLeaving: { 'node-1/id-1': ['w-1'], 'node-2/id-2': ['w-2'] },
		});
	});

	it('are noted first where nothing was', () => {
		const { context, global } = noted();

		writeLeaving(context, ['w-1']);

		expect(global).toEqual({ other: 1, smileWebhooksLeaving: { 'node-1/id-1': ['w-1'] } });
	});

	it.each([
		[
			{ 'node-1/id-1': ['w-1'], 'node-2/id-2': ['w-2'] },
			{ smileWebhooksLeaving: { 'node-2/id-2': ['w-2'] } },
		],
		[{ 'node-1/id-1': ['w-1'] }, {}],
		[{ 'node-1/id-1': [] }, {}],
		[{ 'node-1': ['w-1'] }, {}],
	])('are forgotten, and nothing else is: %j', (marks, left) => {
		const { context, global } = noted(marks);

		writeLeaving(context, []);

		expect(global).toEqual({ other: 1, ...left });
	});

	it('are not the one that serves the trigger now, for whomever it was noted', () => {
		const marks = { 'node-1/id-1': ['w-1'], 'old/id-1': ['w-2', 'w-3'], 'older/id-1': ['w-3'] };
		const { context, global } = noted(marks);

		forgetLeaving(context, 'w-3');

		expect(global).toEqual({ other: 1, smileWebhooksLeaving: { 'old/id-1': ['w-2'] } });
	});

	it('give n8n nothing to store where none were and none are', () => {
		const { context, global } = noted({ 'node-2/id-2': ['w-2'] });

		writeLeaving(context, []);
		forgetLeaving(context, 'w-1');

		expect(global.__dataChanged).toBe(false);
	});
});
