/* eslint-disable @n8n/community-nodes/no-restricted-imports -- speaks SMTP on a socket */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** An e-mail that n8n handed over. */
export interface ReceivedMail {
	to: string;
	subject: string;
	text: string;
}

export interface MailServer {
	port: number;
	mails: ReceivedMail[];
	/** Recipients that it refuses, as the server of an address that does not exist does. */
	refused: Set<string>;
	/** Recipients whose message it keeps without a word, as where the connection fails after it: a doubt. */
	unanswered: Set<string>;
	/** Accepts no message that it has got, until it is told to. */
	hold(): void;
	accept(): void;
	to(address: string): ReceivedMail[];
	close(): Promise<void>;
}

/** A mail server on 127.0.0.1 that keeps what it gets and delivers nothing. */
export async function startMailServer(): Promise<MailServer> {
	const open = new Set<Socket>();
	let held = Promise.resolve();
	const server = createServer((socket) => {
		open.add(socket);
		// A client that goes away is no failure of the server.
		socket.on('error', () => undefined).on('close', () => open.delete(socket));
		void serve(socket, kept, async () => await held);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const kept: MailServer = {
		port: (server.address() as AddressInfo).port,
		mails: [],
		refused: new Set(),
		unanswered: new Set(),
		hold() {
			held = new Promise((resolve) => (kept.accept = resolve));
		},
		accept: () => undefined,
		to: (address) => kept.mails.filter((mail) => mail.to === address),
		async close() {
			for (const socket of open) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
	return kept;
}

async function serve(
	socket: Socket,
	server: MailServer,
	accepting: () => Promise<void>,
): Promise<void> {
	const say = (line: string) => socket.write(`${line}\r\n`);
	let to = '';
	let message: string[] | undefined;
	say('220 mail.example ready');
	for await (const line of createInterface({ input: socket })) {
		if (message) {
			if (line !== '.') message.push(line.replace(/^\.\./, '.'));
			else {
				server.mails.push({ to, ...read(message) });
				message = undefined;
				if (server.unanswered.has(to)) return void socket.destroy();
				await accepting();
				say('250 kept');
			}
			continue;
		}
		const [, address = ''] = /^RCPT TO:<([^>]*)>/i.exec(line) ?? [];
		if (address) to = address;
		if (server.refused.has(address)) say('550 no such mailbox');
		else if (/^DATA/i.test(line)) say('354 go on');
		else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
		else say('250 ok');
		if (/^DATA/i.test(line)) message = [];
	}
}

/** Subject and text of a message of one part. */
function read(lines: string[]): { subject: string; text: string } {
	const end = lines.indexOf('');
	const head = lines.slice(0, end).join('\n').replace(/\n\s+/g, ' ');
	const body = lines.slice(end + 1).join('\n');
	const [, subject = ''] = /^Subject: (.*)$/im.exec(head) ?? [];
	if (/^Content-Transfer-Encoding: base64$/im.test(head)) {
		return { subject, text: Buffer.from(body, 'base64').toString() };
	}
	const isQuoted = /^Content-Transfer-Encoding: quoted-printable$/im.test(head);
	return { subject, text: isQuoted ? unquoted(body) : body };
}

function unquoted(text: string): string {
	const bytes = text
		.replace(/=\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString();
}
