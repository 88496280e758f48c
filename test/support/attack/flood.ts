import { KeepAliveClient, type Reply } from '../keepAliveClient';
import { Forger } from './forger';
import { headersWith } from './genuine';

export interface FloodOptions {
	url: string;
	/** The webhook's own, for what is genuine and for what comes near it. */
	secret: string;
	seed: number;
	forged: number;
	/** After so many forged deliveries comes a genuine one. */
	honestEvery: number;
	connections?: number;
}

export interface FloodOutcome {
	/** How many forged deliveries were answered with each status; 0 is none. */
	statuses: Record<number, number>;
	/** Kinds of forgeries that were answered with a success. */
	succeeded: string[];
	/** Kinds of forgeries that were not answered at all. */
	unanswered: string[];
	/** The genuine deliveries: event id, and how it was answered. */
	honest: Array<{ id: string } & Pick<Reply, 'status' | 'body'>>;
}

/** Sends forged deliveries from all connections at once, with a genuine one among them now and then. */
export async function flood(options: FloodOptions): Promise<FloodOutcome> {
	const { url, secret, seed, forged, honestEvery, connections = 8 } = options;
	const forger = new Forger(secret, seed);
	const client = new KeepAliveClient(connections);
	const outcome: FloodOutcome = { statuses: {}, succeeded: [], unanswered: [], honest: [] };

	let sent = 0;
	const sendForged = async () => {
		const { kind, ...call } = forger.next();
		const { status } = await client.send(url, call);
		outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
		if (status >= 200 && status < 400) outcome.succeeded.push(kind);
		if (status === 0) outcome.unanswered.push(kind);
	};
	const sendHonest = async () => {
		const { id, body, signature } = forger.genuine();
		const { status, body: text } = await client.send(url, {
			headers: headersWith(signature),
			body,
		});
		outcome.honest.push({ id, status, body: text });
	};
	const sendInTurn = async () => {
		while (sent < forged) {
			const isHonestsTurn = ++sent % honestEvery === 0;
			await sendForged();
			if (isHonestsTurn) await sendHonest();
		}
	};
	try {
		await Promise.all(Array.from({ length: connections }, sendInTurn));
	} finally {
		client.close();
	}
	return outcome;
}
