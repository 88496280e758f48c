import { createHmac } from 'node:crypto';
import type { Try } from './receiver';

const keys: Array<[string, (secret: string) => Buffer]> = [
	['', (secret) => Buffer.from(secret, 'utf8')],
	[', key in Latin-1', (secret) => Buffer.from(secret, 'latin1')],
	[', key in UTF-16', (secret) => Buffer.from(secret, 'utf16le')],
	[
		', key with ? for foreign letters',
		(secret) => Buffer.from(secret.replace(/[^\x20-\x7e]/gu, '?')),
	],
];

const messages: Array<[string, (body: Buffer) => Buffer]> = [
	['the raw bytes', (body) => body],
	['the JSON, written anew', (body) => Buffer.from(rewritten(body))],
	['the bytes without space around them', (body) => Buffer.from(body.toString('utf8').trim())],
];

const algorithms = ['sha512', 'sha256', 'sha1'];

/** Says which header carries a signature of a delivery, and of what kind it is. */
export function signedAs({ headers, body }: Pick<Try, 'headers' | 'body'>, secret: string): string {
	for (const [name, given] of Object.entries(headers)) {
		const found = [given].flat().map((value) => kindOf(String(value), body, secret));
		const kind = found.find((one) => one !== undefined);
		if (kind !== undefined) return `${name}: ${kind}`;
	}
	const like = Object.keys(headers).filter((name) => name.includes('signature'));
	return `No known signature; headers that sound like one: ${like.join(', ') || 'none'}`;
}

function kindOf(value: string, body: Buffer, secret: string): string | undefined {
	for (const [keyName, keyOf] of keys) {
		for (const [messageName, messageOf] of messages) {
			for (const algorithm of algorithms) {
				const digest = createHmac(algorithm, keyOf(secret)).update(messageOf(body)).digest();
				const form = formOf(value, digest);
				if (form) return `HMAC-${algorithm.toUpperCase()} over ${messageName}, ${form}${keyName}`;
			}
		}
	}
	return undefined;
}

function formOf(value: string, digest: Buffer): string | undefined {
	const hex = digest.toString('hex');
	if (value === hex) return 'lower-case hex';
	if (value.toLowerCase() === hex) return 'upper-case hex';
	if (value === digest.toString('base64')) return 'base64';
	return value.toLowerCase().endsWith(hex) ? 'hex with a prefix' : undefined;
}

function rewritten(body: Buffer): string {
	try {
		return JSON.stringify(JSON.parse(body.toString('utf8')));
	} catch {
		return '';
	}
}
