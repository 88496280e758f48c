import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const HASH_BYTES = 32;

/** A salted slow hash (scrypt) of a secret, for telling later whether it changed. */
export async function hashSecret(secret: string): Promise<string> {
	const salt = randomBytes(16);
	return `${salt.toString('hex')}:${(await derive(secret, salt)).toString('hex')}`;
}

/** Whether a hash was made of this secret; false for anything that is no hash. */
export async function isHashOf(hash: unknown, secret: string): Promise<boolean> {
	const parts = /^([0-9a-f]{32}):([0-9a-f]{64})$/.exec(String(hash));
	if (!parts) return false;
	const [, salt, digest] = parts;
	return timingSafeEqual(
		await derive(secret, Buffer.from(salt, 'hex')),
		Buffer.from(digest, 'hex'),
	);
}

async function derive(secret: string, salt: Buffer): Promise<Buffer> {
	return await new Promise((resolve, reject) => {
		scrypt(secret, salt, HASH_BYTES, (error, key) => (error ? reject(error) : resolve(key)));
	});
}
