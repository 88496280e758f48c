import type { INodeExecutionData } from 'n8n-workflow';

import { publishTrigger } from './contexts/publishTrigger';
import type { PublishedTrigger, PublishOptions } from './contexts/publishedTrigger';
import type { SmileOptions } from './smile/options';
import { startSmile } from './smile/server';
import type { SimulatedSmile } from './smile/simulatedSmile';
import { askUnlimited } from './unlimited';

export interface World {
	smile: SimulatedSmile;
	trigger: PublishedTrigger;
}

/** Everything a test starts, and ends with it. */
export class Worlds {
	private readonly open: Array<{ close(): Promise<void> }> = [];

	/** A simulated Smile and one workflow published at it. */
	async publish(given: PublishOptions = {}, smileOptions: SmileOptions = {}): Promise<World> {
		const smile = await this.startSmile(smileOptions);
		return { smile, trigger: await this.publishAt(smile, given) };
	}

	/** Without the limit of requests unless `options` say so. */
	async startSmile(options: SmileOptions = {}): Promise<SimulatedSmile> {
		const { rateLimit = false } = options;
		const smile = await startSmile({ ...options, rateLimit });
		if (rateLimit === false) askUnlimited(smile.baseUrl);
		this.open.unshift(smile);
		return smile;
	}

	async publishAt(smile: SimulatedSmile, given: PublishOptions = {}): Promise<PublishedTrigger> {
		const trigger = await publishTrigger({ smile, events: ['ALL_EVENTS'], ...given });
		this.open.unshift(trigger);
		return trigger;
	}

	async closeAll(): Promise<void> {
		for (const one of this.open.splice(0)) await one.close();
	}
}

/** The JSON of each started execution's items. */
export function itemsOf({ executions }: PublishedTrigger): Array<INodeExecutionData['json'][]> {
	return executions.map((items) => items.map(({ json }) => json));
}
