import { LONGEST_READ, plainBeginning, plainly } from '../../../nodes/Smile/api/plainText';

describe('a plain text', () => {
	it.each([
		['&lt;b&gt;', '<b>'],
		['A&nbsp;B', 'A B'],
		['&quot;&apos;&amp;', `"'&`],
		['&#1114111;', '\u{10ffff}'],
		['&#1114112;', '&#1114112;'],
		['&#x110000;', '&#x110000;'],
		['Ni\\u00f1o', 'Niño'],
	])('of %j is %j', (text, plain) => {
		expect(plainly(text)).toBe(plain);
	});

	it('that grows beyond what is read is cut, and says so', () => {
		const ligatures = `${'\uFDFA'.repeat(LONGEST_READ / 10)} end`;

		const { text, isCut } = plainBeginning(ligatures);

		expect(isCut).toBe(true);
		expect(text.length).toBeLessThanOrEqual(LONGEST_READ);
	});

	it('of usual length is whole', () => {
		expect(plainBeginning('All of it')).toEqual({ text: 'All of it', isCut: false });
	});
});
