import { Attempts } from './attempts';
import { Removals } from './removals';

/** What this process knows of its triggers beside what n8n stores for each: what is going on at the moment. */
export const attempts = new Attempts();
export const removals = new Removals();
