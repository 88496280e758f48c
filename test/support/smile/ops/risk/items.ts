import type { Body } from '../rules';

/** Names and values as the products list them; nothing where nothing was found. */
export function itemsOf(code: string, items: Body[]): Body[] {
	return code === 'SUCCESS' ? structuredClone(items) : [];
}

export function item(name: string, value: unknown, valueType = typeOf(value)): Body {
	return { name, value: typeof value === 'boolean' ? String(value) : value, valueType };
}

function typeOf(value: unknown): string {
	if (typeof value === 'boolean') return 'BOOLEAN';
	return /^-?\d+(\.\d+)?$/.test(String(value)) ? 'NUMBER' : 'STRING';
}
