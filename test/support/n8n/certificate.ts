import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const dayMs = 24 * 3_600_000;

/** Tags of DER, the encoding of certificates (X.690). */
const tag = {
	boolean: 0x01,
	integer: 0x02,
	bits: 0x03,
	octets: 0x04,
	objectId: 0x06,
	text: 0x0c,
	utcTime: 0x17,
	sequence: 0x30,
	set: 0x31,
	dnsName: 0x82,
	version: 0xa0,
	extensions: 0xa3,
};

/** Object ids, encoded: common name, ECDSA with SHA-256, alternative name, basic constraints. */
const ids = {
	commonName: '550403',
	ecdsaWithSha256: '2a8648ce3d040302',
	alternativeName: '551d11',
	basicConstraints: '551d13',
};

/**
 * A key and a certificate that it has signed itself (X.509 v3, RFC 5280), for one host name and two days.
 * Made here so that nothing but Node.js is needed.
 */
export function selfSigned(host: string, now = Date.now()): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const algorithm = sequence(objectId(ids.ecdsaWithSha256));
	const name = sequence(
		der(tag.set, sequence(objectId(ids.commonName), der(tag.text, Buffer.from(host)))),
	);
	// The first bit must be zero for a positive number, another one be set for a short one.
	const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)]);
	const content = sequence(
		der(tag.version, der(tag.integer, Buffer.from([2]))),
		der(tag.integer, serial),
		algorithm,
		name,
		sequence(utcTime(now - dayMs), utcTime(now + dayMs)),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(tag.extensions, sequence(alternativeName(host), isAuthority())),
	);
	const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]);
	const certificate = sequence(content, algorithm, der(tag.bits, signature));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: pem(certificate),
	};
}

function pem(certificate: Buffer): string {
	const lines = certificate.toString('base64').replaceAll(/.{1,64}/g, '$&\n');
	return `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`;
}

function alternativeName(host: string): Buffer {
	const names = sequence(der(tag.dnsName, Buffer.from(host)));
	return sequence(objectId(ids.alternativeName), der(tag.octets, names));
}

/** Whoever trusts the certificate takes it for its own issuer. */
function isAuthority(): Buffer {
	const yes = der(tag.boolean, Buffer.from([0xff]));
	return sequence(objectId(ids.basicConstraints), yes, der(tag.octets, sequence(yes)));
}

function objectId(hex: string): Buffer {
	return der(tag.objectId, Buffer.from(hex, 'hex'));
}

/** Such as 261126080000Z. */
function utcTime(time: number): Buffer {
	const digits = new Date(time).toISOString().replaceAll(/\D/g, '').slice(2, 14);
	return der(tag.utcTime, Buffer.from(`${digits}Z`));
}

function sequence(...parts: Buffer[]): Buffer {
	return der(tag.sequence, ...parts);
}

function der(type: number, ...parts: Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	return Buffer.concat([Buffer.from([type]), lengthOf(content), content]);
}

/** One byte up to 127; above, how many bytes follow, then these. */
function lengthOf({ length }: Buffer): Buffer {
	if (length < 0x80) return Buffer.from([length]);
	const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
	return Buffer.from([0x80 | bytes.length, ...bytes]);
}
