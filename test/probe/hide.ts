const email = /[^\s@"'<>]+@[^\s@"'<>]+\.[^\s@"'<>]+/g;

/** A function that takes these texts, in every form in which they are sent, and all e-mail addresses out of others. */
export function hiding(secrets: ReadonlyArray<string | undefined>): (text: string) => string {
	const known = secrets
		.filter((secret) => secret !== undefined && secret !== '')
		.flatMap((secret) => [secret ?? '', encodeURIComponent(secret ?? '')])
		// The longest first: one may hold another.
		.sort((one, other) => other.length - one.length);
	return (text) =>
		known.reduce((left, secret) => left.replaceAll(secret, '***'), text).replace(email, '***');
}
