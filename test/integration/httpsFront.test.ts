/* eslint-disable @n8n/community-nodes/no-restricted-imports -- asks over https, as a program that trusts the certificate and as one that does not */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';

import { startHttpsFront } from '../support/n8n/httpsFront';
import { startReceiver } from '../support/smile/receiver';

/** The status of an answer; the code of the error where none came. */
async function ask(url: string, ca?: string): Promise<unknown> {
	try {
		const [answer] = (await once(get(url, { ca }), 'response')) as [IncomingMessage];
		answer.resume();
		return answer.statusCode;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code;
	}
}

describe('the https address of an n8n on this machine', () => {
	it('leads to n8n for whoever trusts its certificate, and for nobody else', async () => {
		const receiver = await startReceiver();
		const front = await startHttpsFront({ port: Number(new URL(receiver.origin).port) });
		const { env, publicUrl } = front.options;
		const certificate = await readFile(env.NODE_EXTRA_CA_CERTS, 'utf8');

		const trusting = await ask(`${publicUrl}/webhook/1`, certificate);
		const distrusting = await ask(`${publicUrl}/webhook/2`);
		await front.close();
		await receiver.close();

		expect(new URL(publicUrl).hostname).toBe('localhost');
		expect(trusting).toBe(200);
		expect(distrusting).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
		expect(receiver.received.map(({ path }) => path)).toEqual(['/webhook/1']);
	});

	it('has another certificate each time', async () => {
		const fronts = [await startHttpsFront(), await startHttpsFront()];
		const certificates = await Promise.all(
			fronts.map(async ({ options }) => await readFile(options.env.NODE_EXTRA_CA_CERTS, 'utf8')),
		);
		for (const front of fronts) await front.close();

		expect(certificates[0]).not.toBe(certificates[1]);
	});
});
