/** The longest text of Smile's that is repeated, in characters. */
export const LONGEST_TEXT = 300;

/** So much of a text is read: what is hidden in it is shorter afterwards. */
export const LONGEST_READ = 10 * LONGEST_TEXT;

/** Signs that nobody sees. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A sign as JSON writes it, also in JSON within JSON, or HTML. */
const WRITTEN =
	/(?<!\\)\\+u([\da-f]{4})|&#x([\da-f]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos|nbsp);/gi;
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
};

/**
 * The beginning of a text in plain signs, where full-width ones, unseen ones in between or others that only stand for
 * them could hide what it says; and whether that is not all of it.
 */
export function plainBeginning(text: string): { text: string; isCut: boolean } {
	const begun = beginningOf(text);
	const plain = plainly(begun);
	const shown = beginningOf(plain);
	return { text: shown, isCut: begun !== text || shown !== plain };
}

/** A text in plain signs. Each step may make way for another: of an ampersand in HTML may come another sign. */
export function plainly(text: string): string {
	let plain = text;
	for (let before; plain !== before; ) {
		before = plain;
		plain = plain
			.normalize('NFKC')
			.replace(UNSEEN, '')
			.replace(WRITTEN, (all, inJson?: string, hex?: string, decimal?: string, name?: string) => {
				if (inJson) return String.fromCharCode(Number.parseInt(inJson, 16));
				if (name) return NAMED[name.toLowerCase()];
				const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
				return code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
			});
	}
	return plain;
}

/** Without the word that is cut through, which could no longer be told for what it is. */
function beginningOf(text: string): string {
	return text.length <= LONGEST_READ ? text : text.slice(0, LONGEST_READ).replace(/\S*$/, '');
}
