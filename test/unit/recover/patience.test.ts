import { Patience } from '../../../nodes/Smile/recover/patience';

const unanswered = { ok: false, failure: { kind: 'fault', status: 503 } } as const;
const refused = { ok: false, failure: { kind: 'refused', status: 403 } } as const;
const answered = { ok: true, value: [] } as const;

describe('patience with Smile', () => {
	it.each([
		['three in a row got no answer', [unanswered, unanswered, unanswered], true],
		['two did not', [unanswered, unanswered], false],
		['one of four was answered', [unanswered, unanswered, answered, unanswered], false],
		['Smile refused one of four', [unanswered, unanswered, refused, unanswered], false],
		['Smile refused them all', [refused, refused, refused, refused], false],
	])('where %s', (_what, results, isOver) => {
		const patience = new Patience();
		for (const result of results) patience.note(result);

		expect(patience.isOver).toBe(isOver);
	});
});
