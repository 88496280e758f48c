/** What n8n offers under Resource and Operation of every node whose credential HTTP Request can use. */
export const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';
