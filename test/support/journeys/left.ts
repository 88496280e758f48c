import type { N8nWorld } from '../n8n/world';
import type { Kind } from '../smile/data/kinds';

const kinds: Kind[] = ['users', 'accounts', 'archives', 'invites'];

/** How much there is of what a workflow can leave at Smile, other than what was read from it. */
export function leftAtSmile({ smile }: N8nWorld): Record<string, number> {
	return Object.fromEntries(kinds.map((kind) => [kind, smile.data.all(kind).length]));
}

/** The data tables of n8n, by their names. */
export async function tableNames({ rest }: N8nWorld): Promise<string[]> {
	const path = '/data-tables-global';
	const { data } = await rest.call<{ data: Array<{ name: string }> }>('GET', path);
	return data.map(({ name }) => name).sort();
}
