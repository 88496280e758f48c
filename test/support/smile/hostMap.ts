/** Where deliveries to a public origin go instead. */
export class HostMap {
	private readonly localOrigins = new Map<string, string>();

	/** Both are origins such as https://n8n.example.test and http://127.0.0.1:5678. */
	map(publicOrigin: string, localOrigin: string): void {
		this.localOrigins.set(new URL(publicOrigin).origin, new URL(localOrigin).origin);
	}

	/** The local address for a URL; undefined where none is known, so that nothing leaves here. */
	resolve(url: string): URL | undefined {
		const target = new URL(url);
		const local = this.localOrigins.get(target.origin);
		if (local) return new URL(target.pathname + target.search, local);
		return isLoopback(target.hostname) ? target : undefined;
	}
}

function isLoopback(hostname: string): boolean {
	return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
