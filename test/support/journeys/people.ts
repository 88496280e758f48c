/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs the scripts of a page */
import { createContext, runInContext } from 'node:vm';

import { callOnce } from '../n8n/callOnce';
import type { Life, LifePlan } from '../smile/data/life';
import { newEventId } from '../smile/sentEvent';
import type { SimulatedSmile } from '../smile/simulatedSmile';
import { widgetAddress, widgetScript } from '../smile/widget';

/** What Smile's widget was opened with. */
export type Opened = Record<string, unknown>;

/** What a browser showed of a page. */
export interface Page {
	status: number;
	opened: Opened[];
}

/** What Smile's own quickstart gives its widget; n8n's pages may no more. */
const needed = ['allow-scripts', 'allow-popups', 'allow-forms'];

/** Tokens that pages gave and that nobody has used yet. */
const unused = new Set<string>();
/** Who has used one. */
const known = new Set<string>();

/** Opens a page as a browser does, inside n8n's sandbox, with a stand-in for the script of Smile's widget. */
export async function openPage(url: string): Promise<Page> {
	const answer = await callOnce(url);
	const html = await answer.text();
	const opened: Opened[] = [];
	const may = sandboxOf(answer);
	const window = createContext(windowIn(may, opened));
	const scripts = needed.every((one) => may.includes(one))
		? [...html.matchAll(/<script(?: src="([^"]*)")?>(.*?)<\/script>/gs)]
		: [];
	for (const [, src, text] of scripts) runInContext(src ? fetched(src) : text, window);
	for (const { userToken } of opened) unused.add(String(userToken));
	return { status: answer.status, opened };
}

/** Links an account, or uploads, in the widget of an opened page: as the one whose token the page gave. */
export function linkOn(smile: SimulatedSmile, page: Page, plan: LifePlan = {}): Life {
	if (page.opened.length !== 1) throw new Error(`The page opened ${page.opened.length} widgets`);
	const userId = use(smile, String(page.opened[0].userToken));
	const usual = { account: 'connected', archive: 'none', invited: false } as const;
	return smile.data.live(new Date(), { ...usual, ...plan, userId });
}

/** Delivers what Smile tells of a life, those of the given types alone, each once. */
export async function tell(smile: SimulatedSmile, life: Life, ...types: string[]): Promise<void> {
	identify(smile, life);
	for (const event of life.happened.filter(({ type }) => types.includes(type))) {
		await smile.emit({ id: newEventId(), version: 1, ...event });
	}
}

/** Delivers that the task which read the account of a life, or what it uploaded, failed. */
export async function tellFailedTask(smile: SimulatedSmile, life: Life): Promise<void> {
	const failure = { status: 'FAILED', errorCode: 'PROVIDER_DOWN', datapoints: [] };
	const happened = life.happened.map((event) => ({
		...event,
		data: { ...event.data, ...failure },
	}));
	await tell(smile, { ...life, happened }, 'TASK_FINISHED');
}

/** Where pages were opened, a life can only be that of somebody whose token one of them gave. */
function identify(smile: SimulatedSmile, { userId }: Life): void {
	if (unused.size === 0 || known.has(userId)) return;
	for (const token of unused) if (smile.linkTokens.ownerOf(token) === userId) use(smile, token);
	if (!known.has(userId)) throw new Error("The page gave somebody else's link token");
}

function use(smile: SimulatedSmile, token: string): string {
	unused.delete(token);
	const userId = smile.linkTokens.redeem(token);
	known.add(userId);
	return userId;
}

/** What the policy that n8n sends with its pages allows them. */
function sandboxOf(answer: Response): string[] {
	const policy = answer.headers.get('content-security-policy') ?? '';
	const [, allowed] = /(?:^|;)\s*sandbox\b([^;]*)/.exec(policy) ?? [];
	if (allowed === undefined) throw new Error('n8n sent the page without its sandbox');
	return allowed.trim().split(/\s+/);
}

/** What scripts of a page find: no storage, and without an origin of its own no cookies. */
function windowIn(may: string[], opened: Opened[]): object {
	return {
		document: {
			getElementById: () => ({ textContent: '' }),
			get cookie() {
				if (!may.includes('allow-same-origin')) throw new Error('The sandbox has no origin');
				return '';
			},
		},
		widgetOpened: (options: string) => opened.push(JSON.parse(options) as Opened),
	};
}

/** The script at an address: Smile's widget, there is no other. */
function fetched(address: string): string {
	if (address !== widgetAddress) throw new Error(`There is no script at ${address}`);
	return widgetScript;
}
