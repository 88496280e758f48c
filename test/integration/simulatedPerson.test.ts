/* eslint-disable @n8n/community-nodes/no-restricted-imports -- serves a page */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { linkOn, openPage, tell } from '../support/journeys/people';
import { callSmile } from '../support/smile/call';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { widgetAddress } from '../support/smile/widget';

const sandbox = 'sandbox allow-forms allow-popups allow-scripts';

let smile: SimulatedSmile;
let server: Server;
let page: { html: string; policy?: string };
beforeAll(async () => {
	smile = await startSmile({ rateLimit: false });
	server = createServer((_request, response) => {
		if (page.policy) response.setHeader('content-security-policy', page.policy);
		response.end(page.html);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
});
afterAll(async () => {
	server.close();
	await smile.close();
});

async function made(): Promise<{ id: string; token: string }> {
	const { json } = await callSmile(smile, '/users', { method: 'POST', body: {} });
	const { user, token } = json.data as { user: { id: string }; token: { accessToken: string } };
	return { id: user.id, token: token.accessToken };
}

/** Opens a page that opens the widget with a token. */
async function opened(token: string, { policy = sandbox, src = widgetAddress, first = '' } = {}) {
	const script = `${first}new SmileLinkModal({ userToken: '${token}' }).open();`;
	page = { html: `<script src="${src}"></script><script>${script}</script>`, policy };
	return await openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

describe('a person who opens a page with the widget', () => {
	it('links an account as the one whose token the page gave, once', async () => {
		const [, other] = [await made(), await made()];

		const shown = await opened(other.token);

		expect(linkOn(smile, shown).userId).toBe(other.id);
		expect(() => linkOn(smile, shown)).toThrow('used already');
	});

	it('is nobody else: a life that is not theirs cannot be told', async () => {
		const [one, other] = [await made(), await made()];
		const plan = { userId: one.id, account: 'connected', archive: 'none' } as const;
		const life = smile.data.live(new Date(), plan);

		await opened(other.token);
		await expect(tell(smile, life, 'TASK_FINISHED')).rejects.toThrow("somebody else's link token");
		await opened(one.token);
		await tell(smile, life, 'TASK_FINISHED');

		expect(smile.linkTokens.ownerOf(one.token)).toBeUndefined();
	});

	it('sees no widget where the sandbox lets no script run, and misses one that is not there', async () => {
		const { token } = await made();

		expect((await opened(token, { policy: 'sandbox allow-forms' })).opened).toEqual([]);
		await expect(opened(token, { policy: '' })).rejects.toThrow('without its sandbox');
	});

	it('gets no other script, and no storage or cookies', async () => {
		const { token } = await made();

		await expect(opened(token, { src: 'https://example.com/' })).rejects.toThrow('no script at');
		await expect(opened(token, { first: 'localStorage;' })).rejects.toThrow('not defined');
		await expect(opened(token, { first: 'document.cookie;' })).rejects.toThrow('has no origin');
	});
});
