/* eslint-disable @n8n/community-nodes/no-restricted-imports -- changes times that n8n writes itself */
import { DatabaseSync } from 'node:sqlite';

import type { IDataObject } from 'n8n-workflow';

import { databaseFile } from '../n8n/database';
import type { N8nWorld } from '../n8n/world';

interface Table {
	id: string;
	name: string;
	projectId: string;
}

/** The rows of a data table; none where there is no such table. */
export async function rowsOf({ rest }: N8nWorld, name: string): Promise<IDataObject[]> {
	const table = await find(rest, name);
	if (!table) return [];
	const path = `/projects/${table.projectId}/data-tables/${table.id}/rows`;
	return (await rest.call<{ data: IDataObject[] }>('GET', path)).data;
}

/** Enters rows, as a person does in the table. */
export async function enter({ rest }: N8nWorld, name: string, rows: IDataObject[]): Promise<void> {
	const { id, projectId } = await existing(rest, name);
	const path = `/projects/${projectId}/data-tables/${id}/insert`;
	await rest.call('POST', path, { data: rows, returnType: 'count' });
}

/** Lets the rows in whose column there is that text be so many days old. */
export async function age(
	{ rest, n8n }: N8nWorld,
	name: string,
	[column, value]: [string, string],
	days: number,
): Promise<void> {
	const table = await existing(rest, name);
	const database = new DatabaseSync(databaseFile(n8n.userFolder), { timeout: 10_000 });
	const earlier = (time: string) => `strftime('%Y-%m-%d %H:%M:%f', "${time}", '-${days} days')`;
	try {
		database
			.prepare(
				`update "data_table_user_${table.id}"
				set "createdAt" = ${earlier('createdAt')}, "updatedAt" = ${earlier('updatedAt')}
				where "${column}" = ?`,
			)
			.run(value);
	} finally {
		database.close();
	}
}

async function find(rest: N8nWorld['rest'], name: string): Promise<Table | undefined> {
	const { data } = await rest.call<{ data: Table[] }>('GET', '/data-tables-global');
	return data.find((table) => table.name === name);
}

async function existing(rest: N8nWorld['rest'], name: string): Promise<Table> {
	const table = await find(rest, name);
	if (!table) throw new Error(`n8n has no data table ${name}`);
	return table;
}
