/* eslint-disable @n8n/community-nodes/no-restricted-imports -- holds connections */
import type { Socket } from 'node:net';

/** Holds requests of one method until enough of them wait, so that Smile is asked them at once. */
export class Gathering {
	private expected = 0;
	private method = '';
	private readonly waiting = new Map<Socket, () => void>();

	constructor(private readonly letGo: (socket: Socket) => void) {}

	expect(count: number, method: string): void {
		this.expected = count;
		this.method = method;
	}

	/** A connection that is open says nothing yet: a process that starts may send its request much later. */
	arrive(socket: Socket): void {
		if (this.expected === 0) return this.letGo(socket);
		socket.once('data', (first: Buffer) => {
			const isAwaited = this.expected > 0 && first.toString('latin1').startsWith(this.method);
			const release = this.hold(socket, first);
			if (!isAwaited) return release();
			this.waiting.set(socket, release);
			if (this.waiting.size < this.expected) return;
			this.expected = 0;
			for (const letGo of this.waiting.values()) letGo();
			this.waiting.clear();
		});
	}

	/** Reads what arrives meanwhile: only a connection that is read tells that its sender has left. */
	private hold(socket: Socket, first: Buffer): () => void {
		const early = [first];
		const keep = (chunk: Buffer) => void early.push(chunk);
		const leave = () => {
			this.waiting.delete(socket);
			socket.destroy();
		};
		socket.on('data', keep).on('end', leave).on('close', leave);
		return () => {
			socket.pause().off('data', keep).off('end', leave).off('close', leave);
			socket.unshift(Buffer.concat(early));
			this.letGo(socket);
		};
	}
}
