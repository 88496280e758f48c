const variable = 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE';

/**
 * docs/operating.md recommends it: an isolate for expressions comes with the first expression, not with every call of a
 * trigger and every execution. Most of what these tests would cost is such isolates.
 */
export const lazyIsolates = { [variable]: 'true' };

/** As n8n comes. */
export const eagerIsolates = { [variable]: 'false' };
