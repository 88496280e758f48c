/** How an operator may run n8n. */
export interface Setting {
	env?: Record<string, string>;
	/** PostgreSQL on the same machine instead of SQLite. */
	postgres?: boolean;
	/** Queue mode: so many workers beside the main process, which answers deliveries. */
	workers?: number;
}

export const unchanged = 'as n8n comes';

const lazy = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
const unsaved = { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' };

/** What is compared; every n8n runs at the same time as the others. */
export const settings: Record<string, Setting> = {
	[unchanged]: {},
	'N8N_EXPRESSION_ENGINE_POOL_SIZE=4': { env: { N8N_EXPRESSION_ENGINE_POOL_SIZE: '4' } },
	'N8N_EXPRESSION_ENGINE_COMPILE_CACHE=true': {
		env: { N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true' },
	},
	'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true': { env: lazy },
	'EXECUTIONS_DATA_SAVE_ON_SUCCESS=none': { env: unsaved },
	'LAZY_ACQUIRE=true and SAVE_ON_SUCCESS=none': { env: { ...lazy, ...unsaved } },
	PostgreSQL: { postgres: true },
	'PostgreSQL and LAZY_ACQUIRE=true': { postgres: true, env: lazy },
	'queue mode: PostgreSQL, Redis, one worker': { postgres: true, workers: 1 },
};
