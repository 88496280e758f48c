/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness works on files */
import { chown, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../freePort';
import { lastLines, runCommand } from '../command';
import { databaseAccount } from './account';
import { startDaemon } from './daemon';
import { program } from './programs';

const user = 'n8n';
const database = 'postgres';

export interface Postgres {
	/** What tells n8n to use this database. */
	environment: Record<string, string>;
	/** Runs one statement; a list of columns for each row. */
	query(sql: string): Promise<string[][]>;
	stop(): Promise<void>;
}

/** Starts an empty PostgreSQL of its own on 127.0.0.1, with the durability it has by default. */
export async function startPostgres(folder: string): Promise<Postgres> {
	const account = await databaseAccount();
	const data = join(folder, 'postgres');
	await mkdir(data, { recursive: true });
	if (account) await chown(data, account.uid, account.gid);
	const port = await freePort();

	const init = ['-D', data, '-U', user, '--auth=trust', '--encoding=UTF8', '--no-locale'];
	const made = await runCommand(program('initdb'), init, { cwd: data, account });
	if (made.code !== 0) throw new Error(`initdb failed:\n${lastLines(made.output)}`);

	const query = async (sql: string) => {
		const server = ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-d', database];
		const output = ['-X', '-A', '-t', '-F', '\t', '-v', 'ON_ERROR_STOP=1', '-c', sql];
		const result = await runCommand(program('psql'), [...server, ...output], { cwd: folder });
		if (result.code !== 0) throw new Error(`psql failed:\n${lastLines(result.output)}`);
		return result.stdout
			.split('\n')
			.filter(Boolean)
			.map((line) => line.split('\t'));
	};
	const listen = ['-h', '127.0.0.1', '-p', String(port), '-k', data];
	const server = await startDaemon({
		name: 'PostgreSQL',
		file: program('postgres'),
		args: ['-D', data, ...listen],
		cwd: data,
		account,
		isReady: async () =>
			await query('SELECT 1').then(
				() => true,
				() => false,
			),
	});
	return {
		environment: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: user,
			DB_POSTGRESDB_DATABASE: database,
		},
		query,
		stop: async () => {
			// PostgreSQL's "fast shutdown": it ends the sessions instead of waiting for them.
			await server.end('SIGINT');
			await rm(data, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}
