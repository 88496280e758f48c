import { Turns } from '../../../nodes/Smile/api/turns';

const urgent = { isUrgent: true };
/** Everything that waits, in the order in which it comes. */
function rest(turns: Turns<string>): Array<string | undefined> {
	const all = [];
	while (!turns.isEmpty) all.push(turns.next());
	return all;
}

describe('what waits', () => {
	it('may be nothing', () => {
		const turns = new Turns<string>();

		expect(turns.isEmpty).toBe(true);
		expect(turns.next()).toBeUndefined();
	});

	it.each([[{}], [urgent], [{ lane: {} }], [{ isUrgent: false }]])('may be one of %j', (turn) => {
		const turns = new Turns<string>();

		turns.add('one', turn);

		expect(turns.isEmpty).toBe(false);
		expect(turns.next()).toBe('one');
		expect(turns.isEmpty).toBe(true);
		expect(turns.next()).toBeUndefined();
	});

	it('comes in the order of its coming within a lane', () => {
		const turns = new Turns<string>();
		for (const one of ['a', 'b', 'c']) turns.add(one, {});

		expect(rest(turns)).toEqual(['a', 'b', 'c']);
	});

	it('comes first where it is urgent, in the order of its coming', () => {
		const turns = new Turns<string>();
		turns.add('item', {});
		turns.add('publishing', urgent);
		turns.add('picker', { ...urgent, lane: {} });

		expect(rest(turns)).toEqual(['publishing', 'picker', 'item']);
	});

	it('comes from one lane after the other, also from that which has none', () => {
		const turns = new Turns<string>();
		const [many, few] = [{}, {}];
		for (const one of ['many 1', 'many 2', 'many 3']) turns.add(one, { lane: many });
		for (const one of ['own 1', 'own 2']) turns.add(one, {});
		turns.add('few 1', { lane: few });

		expect(rest(turns)).toEqual(['many 1', 'own 1', 'few 1', 'many 2', 'own 2', 'many 3']);
	});

	it('comes no more once it is taken out', () => {
		const turns = new Turns<string>();
		const lane = {};
		turns.add('urgent', urgent);
		turns.add('urgent too', urgent);
		for (const one of ['a', 'b', 'c']) turns.add(one, { lane });
		turns.add('alone', {});

		for (const one of ['urgent', 'b', 'alone', 'not there']) turns.remove(one);

		expect(rest(turns)).toEqual(['urgent too', 'a', 'c']);
	});

	it.each([[{}], [urgent]])('may be nothing any more: %j', (turn) => {
		const turns = new Turns<string>();
		turns.add('one', turn);

		turns.remove('one');

		expect(turns.isEmpty).toBe(true);
		expect(turns.next()).toBeUndefined();
	});

	it('keeps its place where something else is taken out', () => {
		const turns = new Turns<string>();
		const [one, other] = [{}, {}];
		turns.add('a', { lane: one });
		turns.add('b', { lane: other });
		turns.add('a too', { lane: one });

		turns.remove('a too');

		expect(rest(turns)).toEqual(['a', 'b']);
	});
});
