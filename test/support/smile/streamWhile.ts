import { waitFor } from '../waitFor';
import { EventStream, type StreamOptions } from './eventStream';
import type { SimulatedSmile } from './simulatedSmile';

/** Events arrive before, while and after something is done; all their deliveries have ended then. */
export async function streamWhile(
	smile: SimulatedSmile,
	work: () => Promise<unknown>,
	options: StreamOptions = {},
): Promise<EventStream> {
	const stream = new EventStream(smile, { timeoutMs: 60_000, ...options });
	const moreDeliveries = async (count: number) => {
		const ended = stream.sent.length + count;
		await waitFor(() => stream.sent.length >= ended, {
			timeoutMs: 60_000,
			describe: () => `${ended} deliveries to end; ${stream.sent.length} have`,
		});
	};
	await moreDeliveries(3);
	await work();
	await moreDeliveries(5);
	await stream.stop();
	return stream;
}
