/** A code of Smile's in words: SOCIAL_SECURITY as "Social Security". */
export function inWords(code: string): string {
	return code
		.toLowerCase()
		.replaceAll('_', ' ')
		.replace(/\b\w/g, (letter) => letter.toUpperCase());
}
