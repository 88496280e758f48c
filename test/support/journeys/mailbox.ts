/* eslint-disable @n8n/community-nodes/no-restricted-imports -- speaks IMAP on a socket */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface Attachment {
	name: string;
	type: string;
	bytes: Buffer;
}

/** A mailbox on 127.0.0.1 that n8n looks into; it takes any password. */
export interface Mailbox {
	port: number;
	/** Whether somebody listens for what arrives. */
	isWatched(): boolean;
	/** Lets an e-mail arrive; untold, it is found together with the next one. */
	receive(from: string, attachments?: Attachment[], messageId?: string, isTold?: boolean): void;
	close(): Promise<void>;
}

interface Message {
	bytes: Buffer;
	isSeen: boolean;
}

type Say = (...lines: string[]) => void;

/** What of IMAP n8n's trigger needs: a login, one mailbox, and a notice of what arrives. */
export async function startMailbox(): Promise<Mailbox> {
	const messages: Message[] = [];
	const open = new Set<Socket>();
	const watching = new Set<Say>();
	const server = createServer((socket) => {
		open.add(socket);
		// A client that goes away is no failure of the server.
		socket.on('error', () => undefined).on('close', () => open.delete(socket));
		void serve(socket, messages, watching);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	let received = 0;
	return {
		port: (server.address() as AddressInfo).port,
		isWatched: () => watching.size > 0,
		receive(from, attachments = [], messageId, isTold = true) {
			received += 1;
			const id = messageId ?? `<${received}@people.example>`;
			messages.push({ bytes: written(from, id, attachments), isSeen: false });
			if (isTold) for (const say of watching) say(`* ${messages.length} EXISTS`);
		},
		async close() {
			for (const socket of open) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}

async function serve(socket: Socket, messages: Message[], watching: Set<Say>): Promise<void> {
	const say: Say = (...lines) => void socket.write(lines.map((line) => `${line}\r\n`).join(''));
	let idling = '';
	socket.on('close', () => watching.delete(say));
	say('* OK [CAPABILITY IMAP4rev1 IDLE] ready');
	for await (const line of createInterface({ input: socket })) {
		if (line.toUpperCase() === 'DONE') {
			say(`${idling} OK done`);
			continue;
		}
		const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
		if (/^IDLE/i.test(command)) {
			idling = tag;
			say('+ idling');
			// From now on it is told at any time, which IMAP allows: n8n idles only some seconds after its last command.
			watching.add(say);
			continue;
		}
		for (const answer of answersTo(command, messages)) socket.write(answer);
		say(`${tag} OK ${/^(SELECT|EXAMINE)/i.test(command) ? '[READ-WRITE] ' : ''}done`);
		if (/^LOGOUT/i.test(command)) socket.end();
	}
}

function answersTo(command: string, messages: Message[]): Array<string | Buffer> {
	const line = (text: string) => [`* ${text}\r\n`];
	if (/^CAPABILITY/i.test(command)) return line('CAPABILITY IMAP4rev1 IDLE');
	if (/^(LIST|LSUB)/i.test(command)) return line('LIST () "/" INBOX');
	if (/^STATUS/i.test(command)) {
		return line(`STATUS INBOX (MESSAGES ${messages.length} UIDNEXT ${messages.length + 1})`);
	}
	if (/^(SELECT|EXAMINE)/i.test(command)) {
		return [
			...line('FLAGS (\\Seen)'),
			...line(`${messages.length} EXISTS`),
			...line('OK [UIDVALIDITY 1] valid'),
			...line(`OK [UIDNEXT ${messages.length + 1}] next`),
		];
	}
	if (/^(UID )?SEARCH/i.test(command)) {
		const found = messages.flatMap(({ isSeen }, index) => (isSeen ? [] : [index + 1]));
		return line(['SEARCH', ...found].join(' '));
	}
	const [, set = ''] = /^(?:UID )?(?:FETCH|STORE) (\S+)/i.exec(command) ?? [];
	const chosen = numbersOf(set, messages.length);
	if (/^(UID )?STORE/i.test(command)) for (const one of chosen) messages[one - 1].isSeen = true;
	if (!/^(UID )?FETCH/i.test(command)) return [];
	return chosen.flatMap((one) => {
		const { bytes } = messages[one - 1];
		return [`* ${one} FETCH (UID ${one} BODY[] {${bytes.length}}\r\n`, bytes, ')\r\n'];
	});
}

/** The numbers of a set such as 1,3:5 or 2:*. */
function numbersOf(set: string, last: number): number[] {
	return set
		.split(',')
		.filter(Boolean)
		.flatMap((part) => {
			const [from, to = from] = part.split(':').map((one) => (one === '*' ? last : Number(one)));
			return Array.from({ length: Math.max(0, to - from + 1) }, (_none, index) => from + index);
		})
		.filter((one) => one >= 1 && one <= last);
}

function written(from: string, messageId: string, attachments: Attachment[]): Buffer {
	const boundary = 'a-boundary-of-the-tests';
	const parts = attachments.flatMap(({ name, type, bytes }) => [
		`--${boundary}`,
		`Content-Type: ${type}; name="${name}"`,
		`Content-Disposition: attachment; filename="${name}"`,
		'Content-Transfer-Encoding: base64',
		'',
		bytes.toString('base64').replace(/(.{76})/g, '$1\r\n'),
	]);
	const lines = [
		`From: ${from}`,
		'To: payslips@lender.example',
		'Subject: My payslip',
		`Date: ${new Date().toUTCString()}`,
		`Message-ID: ${messageId}`,
		'MIME-Version: 1.0',
		`Content-Type: multipart/mixed; boundary="${boundary}"`,
		'',
		`--${boundary}`,
		'Content-Type: text/plain; charset=utf-8',
		'',
		'Here it is.',
		...parts,
		`--${boundary}--`,
		'',
	];
	return Buffer.from(lines.join('\r\n'));
}
