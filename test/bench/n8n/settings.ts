/** What an operator can set, beside n8n's defaults; every n8n runs at the same time as the others. */
export const settings: Record<string, Record<string, string>> = {
	'as n8n comes': {},
	'N8N_EXPRESSION_ENGINE_POOL_SIZE=4': { N8N_EXPRESSION_ENGINE_POOL_SIZE: '4' },
	'N8N_EXPRESSION_ENGINE_COMPILE_CACHE=true': { N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true' },
	'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true': { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	'EXECUTIONS_DATA_SAVE_ON_SUCCESS=none': { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' },
	'LAZY_ACQUIRE=true and SAVE_ON_SUCCESS=none': {
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
	},
};
export const unchanged = 'as n8n comes';
