import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { SmileClient } from '../../api/client';
import type { OrThrow } from '../../api/errors';
import type { Look } from '../../api/findMade';
import { recordIn, writeOnce, type Repeat, type Written } from '../../api/writeOnce';
import { lowerFirst } from '../../shared/firstLetter';
import { isJsonObject } from '../../shared/jsonObject';
import type { Operation } from '../operation';
import { inputProperties, readBody, type Inputs } from '../parameters/body';
import { notice } from '../parameters/notice';
import type { SmileResource, Verb } from '../resource';
import { refuseRetryOnFail } from './once';

/** One request that makes something at Smile. */
export interface Creation {
	path: string;
	body: IDataObject;
	/** In milliseconds, where Smile may take longer than usual. */
	timeout?: number;
	look?: Look;
}

export interface CreateOptions extends Inputs {
	/** `create` unless Smile calls it otherwise. */
	value?: string;
	name?: string;
	action: string;
	description: string;
	notice?: string;
	/** Fields after those that are sent, such as Options. */
	properties?: readonly INodeProperties[];
	/** `never`: an e-mail to a person, or a query about one. */
	repeat: Exclude<Repeat, 'safe'>;
	/** What is asked of Smile for the body that the fields make. */
	request(
		body: IDataObject,
		resource: SmileResource,
		place: { context: IExecuteFunctions; itemIndex: number },
	): Creation;
	/** What was made, where it is not the data of the answer itself; undefined where it is not in there. */
	madeIn?(data: unknown): IDataObject | undefined;
	/** The result, where it is not what Smile answers. */
	toResult?(made: Written, place: Place): IDataObject | Promise<IDataObject>;
}

export interface Place {
	context: IExecuteFunctions;
	itemIndex: number;
	orThrow: OrThrow;
	smile: SmileClient;
	resource: SmileResource;
}

/** Makes one thing at Smile, at most once. */
export function create(options: CreateOptions): Verb {
	const { value = 'create', name = 'Create', action, description, repeat } = options;
	return (_value, resource): Operation => ({
		option: { name, value, action, description },
		properties: [
			...(options.notice ? [notice(options.notice)] : []),
			...inputProperties(options),
			...(options.properties ?? []),
		],
		writes: true,
		async run(context, itemIndex, orThrow, smile) {
			if (repeat === 'never') refuseRetryOnFail(context, itemIndex);
			const body = readBody(context, itemIndex, options);
			const request = options.request(body, resource, { context, itemIndex });
			const write = await writeOnce(smile, {
				method: 'POST',
				repeat,
				madeIn: options.madeIn ?? recordIn,
				...request,
			});
			const made = orThrow(write, lowerFirst(action));
			const place = { context, itemIndex, orThrow, smile, resource };
			return [options.toResult ? await options.toResult(made, place) : objectIn(made)];
		},
	});
}

/** What Smile answered to a creation. */
export function objectIn({ data }: Written): IDataObject {
	return isJsonObject(data) ? data : {};
}
