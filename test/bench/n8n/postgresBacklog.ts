import type { Postgres } from '../../support/n8n/queue/postgres';
import { unfinishedExecutions, type WorkOff } from './backlog';

/** Lets PostgreSQL itself look every few milliseconds: a client for each look would cost more than what is measured. */
export function workOffIn(postgres: Postgres): WorkOff {
	return async (timeoutMs) => {
		await postgres.query(`
			set statement_timeout = ${timeoutMs};
			do $$ begin
				while exists (select from ${unfinishedExecutions}) loop perform pg_sleep(0.005); end loop;
			end $$;`);
	};
}
