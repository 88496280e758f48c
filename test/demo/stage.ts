/* eslint-disable @n8n/community-nodes/require-node-api-error -- a program of its own, not a node */
import { randomBytes } from 'node:crypto';
import { ensureN8n } from '../support/n8n/install';
import { connectRest, type N8nRest } from '../support/n8n/rest';
import { startN8n } from '../support/n8n/start';
import type { Credential, N8n } from '../support/n8n/types';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { makeFolder } from './temporaryFolder';
import { printStep } from './terminal';

/** Everything that runs while the demo does. */
export interface Stage {
	smile: SimulatedSmile;
	n8n: N8n;
	/** Ends n8n and the simulated Smile, and removes n8n's data. */
	close(): Promise<void>;
}

/** Starts n8n with this package, and a simulated Smile that reaches it under its public address. */
export async function setStage(port: number): Promise<Stage> {
	await ensureN8n({ onProgress: printStep });
	const { folder, remove } = await makeFolder();
	try {
		const n8n = await startN8n({
			port,
			userFolder: folder,
			// n8n leaves a folder for uploads among the temporary files.
			env: { TMPDIR: folder },
			onProgress: (step) => printStep(`${step} …`),
		});
		const smile = await startSmile();
		smile.mapHost(n8n.publicUrl, n8n.origin);
		const close = async () => {
			await smile.close();
			await n8n.stop();
			await remove();
		};
		return { smile, n8n, close };
	} catch (error) {
		await remove();
		throw error;
	}
}

/** Makes the owner and a credential for the simulated Smile with a webhook secret of its own. */
export async function connect({ n8n, smile }: Stage): Promise<{
	rest: N8nRest;
	credential: Credential;
	/** What n8n's test of the credential says. */
	verdict: string;
}> {
	const rest = await connectRest(n8n);
	const credential = await rest.createCredential({
		name: 'Simulated Smile',
		type: 'getSmileApi',
		data: {
			environment: 'custom',
			baseUrl: smile.baseUrl,
			apiKey: smile.apiKey,
			apiSecret: smile.apiSecret,
			webhookSecret: randomBytes(32).toString('hex'),
		},
	});
	const { status, message } = await rest.testCredential(credential);
	if (status !== 'OK') throw new Error(`n8n's test of the credential failed: ${message}`);
	return { rest, credential, verdict: message };
}
