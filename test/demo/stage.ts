/* eslint-disable @n8n/community-nodes/require-node-api-error -- a program of its own, not a node */
import { randomBytes } from 'node:crypto';
import { startHttpsFront } from '../support/n8n/httpsFront';
import { ensureN8n } from '../support/n8n/install';
import { lazyIsolates } from '../support/n8n/isolates';
import { connectRest, type N8nRest } from '../support/n8n/rest';
import { startN8n } from '../support/n8n/start';
import type { Credential, N8n } from '../support/n8n/types';
import type { Announced } from '../support/smile/announcer';
import type { Emitted } from '../support/smile/delivery';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { makeFolder } from './temporaryFolder';
import { printStep } from './terminal';

/** An event of something that a workflow has done at Smile, and what became of it. */
export interface Announcement {
	event: Announced;
	sentAt: Date;
	deliveries: Emitted[];
}

/** Everything that runs while the demo does. */
export interface Stage {
	smile: SimulatedSmile;
	n8n: N8n;
	/** Filled by the simulated Smile, oldest first; whoever shows one takes it away. */
	announced: Announcement[];
	/** Ends n8n and the simulated Smile, and removes n8n's data. */
	close(): Promise<void>;
}

export interface StageOptions {
	/** Where n8n is to listen. */
	port: number;
	/** Whether somebody will look at n8n in a browser; n8n starts sooner without. */
	editor: boolean;
}

/**
 * Starts n8n with this package at a public address that it reaches itself, and a simulated Smile that
 * delivers there.
 */
export async function setStage({ port, editor }: StageOptions): Promise<Stage> {
	await ensureN8n({ onProgress: printStep });
	const toClose: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const end of toClose.splice(0).reverse()) await end();
	};
	try {
		const { folder, remove } = await makeFolder();
		toClose.push(remove);
		const front = await startHttpsFront({ port });
		toClose.push(front.close);
		const announced: Announcement[] = [];
		const smile = await startSmile({
			onAnnounced: (event, deliveries) => announced.push({ event, sentAt: new Date(), deliveries }),
		});
		toClose.push(smile.close);
		const n8n = await startN8n({
			...front.options,
			userFolder: folder,
			editor,
			env: {
				...front.options.env,
				...lazyIsolates,
				// n8n leaves a folder for uploads among the temporary files.
				TMPDIR: folder,
				// Whoever builds may use the Code node.
				N8N_RUNNERS_MODE: 'internal',
			},
			onProgress: (step) => printStep(`${step} …`),
		});
		toClose.push(n8n.stop);
		smile.mapHost(n8n.publicUrl, n8n.origin);
		return { smile, n8n, announced, close };
	} catch (error) {
		await close();
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
