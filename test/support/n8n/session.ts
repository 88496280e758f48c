import { callOnce } from './callOnce';
import type { N8n } from './types';

/** The only account of a test instance; invented, and gone with its user folder. */
export const owner = {
	email: 'owner@n8n.example',
	firstName: 'Ona',
	lastName: 'Example',
	password: 'Dummy-password-1',
};

/** One call of n8n's internal REST API, answered with the `data` of its envelope. */
export type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

export interface Session {
	call: Call;
	/** A plain GET with the session's cookie, for what n8n serves outside its REST API. */
	fetch: (path: string) => Promise<Response>;
}

/** An answer of n8n other than 2xx. */
export class N8nRestError extends Error {
	constructor(
		readonly method: string,
		readonly path: string,
		readonly status: number,
		readonly detail: string,
	) {
		super(`n8n answered ${status} to ${method} ${path}: ${detail}`);
	}
}

function parse(text: string): { data?: unknown; message?: string } {
	try {
		return JSON.parse(text) as { data?: unknown; message?: string };
	} catch {
		return { message: text.slice(0, 300) };
	}
}

function cookieOf(answer: Response): string {
	const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
	return cookies.filter((cookie) => cookie.startsWith('n8n-auth=')).join('; ');
}

type Send = (method: string, path: string, body?: unknown) => Promise<Response>;

function sendTo(origin: string, cookie: string): Send {
	return async (method, path, body) =>
		await callOnce(`${origin}${path}`, {
			method,
			headers: {
				cookie,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
}

/** Logs in as the owner, who is made on first use; the cookie that each call needs. */
export async function logIn(origin: string): Promise<string> {
	const send = sendTo(origin, '');
	const { email, password } = owner;
	const setup = await send('POST', '/rest/owner/setup', owner);
	const login = { emailOrLdapLoginId: email, password };
	const entered = setup.status === 400 ? await send('POST', '/rest/login', login) : setup;
	if (!entered.ok) {
		const { message } = parse(await entered.text());
		throw new N8nRestError('POST', '/login', entered.status, message ?? 'no message');
	}
	return cookieOf(entered);
}

/** Logs in unless somebody did already, and returns a way to call the REST API. */
export async function openSession(n8n: Pick<N8n, 'cookie' | 'origin'>): Promise<Session> {
	const send = sendTo(n8n.origin, n8n.cookie ?? (await logIn(n8n.origin)));
	const call: Call = async <T>(method: string, path: string, body?: unknown) => {
		const answer = await send(method, `/rest${path}`, body);
		const text = await answer.text();
		const { data, message } = parse(text);
		if (!answer.ok) throw new N8nRestError(method, path, answer.status, message ?? 'no message');
		return data as T;
	};
	return { call, fetch: async (path) => await send('GET', path) };
}
