import { loadContexts, requireAsCore } from './core';

interface DnsResolver {
	lookup(name: string): Promise<Array<{ address: string; family: number }>>;
}

/** What n8n was asked for, and the way back. */
export interface ResolvedNames {
	asked: string[];
	restore(): void;
}

/** Has n8n's own look-up of names, which its protection against private networks uses, give one address for all. */
export async function resolveNamesTo(address: string): Promise<ResolvedNames> {
	await loadContexts();
	const { DnsResolver: Resolver } = requireAsCore('@n8n/backend-network') as {
		DnsResolver: unknown;
	};
	const { Container } = requireAsCore('@n8n/di') as { Container: { get<T>(type: unknown): T } };
	const resolver = Container.get<DnsResolver>(Resolver);
	const asked: string[] = [];
	const own = resolver.lookup.bind(resolver);
	resolver.lookup = async (name) => {
		asked.push(name);
		return await Promise.resolve([{ address, family: 4 }]);
	};
	return { asked, restore: () => void (resolver.lookup = own) };
}
