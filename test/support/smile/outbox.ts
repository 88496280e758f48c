/** An e-mail that Smile would have sent to a person. */
export interface Mail {
	to: string;
	sender: string;
	replyTo: string;
	subject: string;
	body: string;
	inviteId: string;
	sentAt: string;
}

/** Every e-mail "sent" since the start or the last `clear()`; none ever leaves. */
export class Outbox {
	private readonly sent: Mail[] = [];

	get mails(): readonly Mail[] {
		return [...this.sent];
	}

	to(address: string): Mail[] {
		return this.sent.filter((mail) => mail.to === address);
	}

	send(mail: Mail): void {
		this.sent.push(mail);
	}

	clear(): void {
		this.sent.length = 0;
	}
}
