import type { Failure } from './failure';

/** What Smile gave, or why there is nothing. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };
