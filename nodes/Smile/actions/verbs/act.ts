import type { IDataObject } from 'n8n-workflow';

import { writeOnce, type Repeat } from '../../api/writeOnce';
import { lowerFirst } from '../../shared/firstLetter';
import type { Operation } from '../operation';
import { locator, readId } from '../parameters/locator';
import { notice } from '../parameters/notice';
import type { Verb } from '../resource';
import { refuseRetryOnFail } from './once';

export interface ActOptions {
	value: string;
	name: string;
	action: string;
	description: string;
	/** What happens to the person or to others. */
	notice?: string;
	/** Below the thing's own path. */
	path: string;
	repeat: Extract<Repeat, 'safe' | 'stop'>;
}

/** Has Smile do something with one thing, which gives no data back. */
export function act({ value, name, action, description, path, repeat, ...more }: ActOptions): Verb {
	return (resourceValue, resource): Operation => {
		const noun = resource.noun ?? resource.name.toLowerCase();
		const picked = {
			...locator(resourceValue, resource),
			description: `The ${noun} to work with`,
		};
		return {
			option: { name, value, action, description },
			properties: [picked, ...(more.notice ? [notice(more.notice)] : [])],
			writes: true,
			async run(context, itemIndex, orThrow, smile): Promise<IDataObject[]> {
				if (repeat === 'stop') refuseRetryOnFail(context, itemIndex);
				const id = readId(context, itemIndex, picked);
				const whole = `${resource.path}/${encodeURIComponent(id)}${path}`;
				// Without a body Smile may miss its content type.
				const request = { method: 'POST' as const, path: whole, body: {} };
				const doing = `${lowerFirst(action)}: ${id}`;
				orThrow(await writeOnce(smile, { ...request, repeat }), doing);
				return [{ success: true, id }];
			},
		};
	};
}
