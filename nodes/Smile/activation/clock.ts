import { processClock, type Clock } from '../shared/clock';

/** The time that activation goes by; tests put one of their own in its place. */
export const clock: Clock = { ...processClock };

export type { Clock };
