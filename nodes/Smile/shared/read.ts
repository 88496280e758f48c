/**
 * What a parameter turned out to hold. A problem goes on after the field's name, as in "User IDs holds nothing".
 */
export type Read<Value> = { ok: true; value: Value } | { ok: false; problem: string };
