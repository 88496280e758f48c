import { SmileRefusal } from './envelope';
import type { SmileKeys, WrongKeyAnswer } from './options';

const explanations: Record<WrongKeyAnswer, string> = {
	INVALID_CREDENTIALS: 'The credentials are not valid',
	INVALID_TOKEN: 'The token is not valid or has expired',
	UNAUTHORIZED_ACCESS: 'The caller has no permission',
};

/** Whether the Authorization header carries this key pair as HTTP Basic. */
export function carriesKeys(header: string | undefined, keys: SmileKeys): boolean {
	const [scheme = '', encoded = ''] = (header ?? '').split(' ');
	if (scheme.toLowerCase() !== 'basic') return false;
	const decoded = Buffer.from(encoded, 'base64').toString('utf8');
	return decoded === `${keys.apiKey}:${keys.apiSecret}`;
}

export function wrongKeyRefusal(answer: WrongKeyAnswer): SmileRefusal {
	return new SmileRefusal(answer, explanations[answer]);
}
