import { owner } from '../support/n8n/session';
import type { N8n } from '../support/n8n/types';

/** An e-mail address and a password that have just been tried on this n8n. */
export async function workingLogin({
	origin,
}: Pick<N8n, 'origin'>): Promise<{ email: string; password: string }> {
	const { email, password } = owner;
	const answer = await fetch(`${origin}/rest/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ emailOrLdapLoginId: email, password }),
	});
	if (!answer.ok) throw new Error(`n8n answered ${answer.status} to the login of its owner`);
	return { email, password };
}
