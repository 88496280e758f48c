import { createHmac } from 'node:crypto';
import { forge } from '../sampleBody';
import type { Target } from './target';

function signer(header: string, algorithm: string, secret: string, prefix = ''): Target['sign'] {
	return (body, kind) => {
		const right = createHmac(algorithm, secret).update(body).digest('hex');
		return { [header]: prefix + (kind === 'forged' ? forge(right) : right) };
	};
}

/** Signs as Smile does. */
export function smileSigner(secret: string): Target['sign'] {
	return signer('smile-signature', 'sha512', secret);
}

/** Signs as GitHub does; the algorithm is the only difference that costs anything. */
export function githubSigner(secret: string): Target['sign'] {
	return signer('x-hub-signature-256', 'sha256', secret, 'sha256=');
}
