/** An address whose https is written in small letters, as Smile asks for it; any other address stays as it is. */
export function withSmallHttps(url: string): string {
	return url.replace(/^https:\/\//i, 'https://');
}

/** Whether Smile delivers to an address: it does to https alone. */
export function isHttps(url: string): boolean {
	return withSmallHttps(url).startsWith('https://');
}
