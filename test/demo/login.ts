import type { N8n } from '../support/n8n/types';

/** The account that the harness sets up in a new n8n; checked below before anybody is told. */
const account = { email: 'owner@n8n.example', password: 'Dummy-password-1' };

/** An e-mail address and a password that have just been tried on this n8n. */
export async function workingLogin({ origin }: Pick<N8n, 'origin'>): Promise<typeof account> {
	const answer = await fetch(`${origin}/rest/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ emailOrLdapLoginId: account.email, password: account.password }),
	});
	if (!answer.ok) throw new Error(`n8n answered ${answer.status} to the login of its owner`);
	return account;
}
