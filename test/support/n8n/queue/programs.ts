/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks for programs */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The servers of queue mode and their tools, by name. */
const names = ['initdb', 'postgres', 'psql', 'redis-server'] as const;

export type ProgramName = (typeof names)[number];

/** Debian keeps PostgreSQL's server programs off the PATH, in a folder for each version. */
const debianFolder = '/usr/lib/postgresql';

function folders(): string[] {
	const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const onPath = (process.env.PATH ?? '').split(delimiter);
	return [...newestFirst.map((version) => join(debianFolder, version, 'bin')), ...onPath];
}

function find(name: ProgramName): string | undefined {
	return folders()
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));
}

/** What of PostgreSQL and Redis this machine lacks. */
export function missingPrograms(): ProgramName[] {
	return names.filter((name) => find(name) === undefined);
}

/** The path of a program; throws where it is not installed. */
export function program(name: ProgramName): string {
	const path = find(name);
	if (path !== undefined) return path;
	throw new Error(`${name} is not installed. On Debian: apt-get install postgresql redis-server.`);
}
