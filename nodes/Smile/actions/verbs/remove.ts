import { removeAt } from '../../api/removeAt';
import { notAtSmile } from '../notAtSmile';
import type { Operation } from '../operation';
import { locator, readId } from '../parameters/locator';
import { notice } from '../parameters/notice';
import type { Verb } from '../resource';
import { write } from '../write';

export interface RemoveOptions {
	/** Smile's own word for it. */
	value: 'delete' | 'revoke';
	description: string;
	/** What happens to the person or to others. */
	notice: string;
}

/** Deletes one thing at Smile, for good. */
export function remove({ value, description, notice: text }: RemoveOptions): Verb {
	const name = value === 'delete' ? 'Delete' : 'Revoke';
	return (resourceValue, resource): Operation => {
		const noun = resource.name.toLowerCase();
		const picked = { ...locator(resourceValue, resource), description: `The ${noun} to ${value}` };
		return {
			option: { name, value, action: `${name} ${noun}`, description },
			properties: [picked, notice(text)],
			writes: true,
			async run(context, itemIndex, orThrow, smile) {
				const id = readId(context, itemIndex, picked);
				const path = `${resource.path}/${encodeURIComponent(id)}`;
				const outcome = await write(
					{
						smile,
						orThrow,
						doing: `${value} the ${noun} ${id}`,
						lookUp: 'Look with Get Many what became of it.',
					},
					async () => await removeAt(smile, path),
				);
				if (outcome === 'gone') {
					const todo = 'Check the ID.';
					throw notAtSmile(context, itemIndex, { noun, id, done: `${value}d`, todo });
				}
				return [{ deleted: true, id }];
			},
		};
	};
}
