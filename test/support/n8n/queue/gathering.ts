/* eslint-disable @n8n/community-nodes/no-restricted-imports -- holds connections */
import type { Socket } from 'node:net';

/** Holds connections until enough of them are open, so that what they ask is asked at once. */
export class Gathering {
	private expected = 0;
	private readonly waiting = new Map<Socket, () => void>();

	constructor(private readonly letGo: (socket: Socket) => void) {}

	expect(count: number): void {
		this.expected = count;
	}

	arrive(socket: Socket): void {
		if (this.expected === 0) return this.letGo(socket);
		this.hold(socket);
		if (this.waiting.size < this.expected) return;
		this.expected = 0;
		for (const release of this.waiting.values()) release();
		this.waiting.clear();
	}

	/** Reads what arrives meanwhile: only a connection that is read tells that its sender has left. */
	private hold(socket: Socket): void {
		const early: Buffer[] = [];
		const keep = (chunk: Buffer) => void early.push(chunk);
		const leave = () => {
			this.waiting.delete(socket);
			socket.destroy();
		};
		socket.on('data', keep).on('end', leave);
		this.waiting.set(socket, () => {
			socket.pause().off('data', keep).off('end', leave);
			if (early.length > 0) socket.unshift(Buffer.concat(early));
			this.letGo(socket);
		});
	}
}
