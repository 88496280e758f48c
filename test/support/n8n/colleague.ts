import type { Session } from './session';

/**
 * Invites another person to n8n and gives the id of their personal project, to which the owner may move
 * workflows and credentials in every edition.
 */
export async function projectOfColleague(call: Session['call']): Promise<string> {
	const email = 'colleague@n8n.example';
	await call('POST', '/invitations', [{ email, role: 'global:member' }]);
	const projects = await call<Array<{ id: string; name: string }>>('GET', '/projects');
	// Until the invitation is accepted, the project is named after the address alone.
	const project = projects.find(({ name }) => name.includes(email));
	if (!project) throw new Error('n8n made no project for the invited person');
	return project.id;
}
