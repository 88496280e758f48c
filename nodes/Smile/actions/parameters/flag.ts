import { flag } from '../../shared/flag';
import type { Field } from './field';
import { isEmpty } from './nothing';

/** A switch: what it says, or `preset` where it was not added. Throws for what is neither true nor false. */
export function readFlag(field: Field, preset: boolean): boolean {
	if (!field.isSet) return preset;
	const said = flag(field.value);
	if (said !== undefined) return said;
	const problem = isEmpty(field.value) ? 'holds nothing' : 'holds neither true nor false';
	throw field.error(problem, 'Enter true or false');
}
