import type { FastifyInstance } from 'fastify';
import { smileTime } from './webhookStore';

/** Smile's own clock: its answers carry its time, and so does everything that it makes. */
export class SmileClock {
	/** How far Smile's clock is ahead of ours, in milliseconds; negative where it is behind. */
	skewMs = 0;

	/** Whether answers have a `Date` header, or the text that stands there instead of the time. */
	dateHeader: 'right' | 'absent' | { text: string } = 'right';

	now(): Date {
		return new Date(Date.now() + this.skewMs);
	}

	/** Now as Smile writes it. */
	time(): string {
		return smileTime(this.now());
	}

	/** What answers say of the time; undefined where they say nothing. */
	header(): string | undefined {
		if (this.dateHeader === 'absent') return undefined;
		return this.dateHeader === 'right' ? this.now().toUTCString() : this.dateHeader.text;
	}
}

/** Puts Smile's time into the `Date` header of every answer, also of those that a fault gives. */
export function dateAnswers(server: FastifyInstance, clock: SmileClock): void {
	server.addHook('onRequest', async (_request, reply) => {
		const date = clock.header();
		reply.raw.sendDate = false;
		// Set on the raw answer, so that answers which a fault writes itself have it too.
		if (date !== undefined) reply.raw.setHeader('date', date);
	});
}
