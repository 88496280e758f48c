/** A noun with its article, which goes by sound: "an account", "a user". */
export function withArticle(noun: string): string {
	return `${/^(?!us|uni|eu|one)[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
