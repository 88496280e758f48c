/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs the script of a page */
import { runInNewContext } from 'node:vm';

import type { Life } from '../smile/data/life';
import { newEventId } from '../smile/sentEvent';
import type { SimulatedSmile } from '../smile/simulatedSmile';

/** What Smile's widget was opened with. */
export type Opened = Record<string, unknown>;

/** Delivers what Smile tells of a life, those of the given types alone, each once. */
export async function tell(smile: SimulatedSmile, life: Life, ...types: string[]): Promise<void> {
	for (const event of life.happened.filter(({ type }) => types.includes(type))) {
		await smile.emit({ id: newEventId(), version: 1, ...event });
	}
}

/** Opens a page as a browser does, with a stand-in for the script of Smile's widget. */
export async function openPage(url: string): Promise<{ status: number; opened: Opened[] }> {
	const answer = await fetch(url);
	const html = await answer.text();
	const opened: Opened[] = [];
	class SmileLinkModal {
		constructor(private readonly options: Opened) {}

		open() {
			opened.push(this.options);
		}
	}
	const document = { getElementById: () => ({ textContent: '' }) };
	const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script);
	for (const script of scripts) runInNewContext(script, { SmileLinkModal, document });
	return { status: answer.status, opened: structuredClone(opened) };
}
