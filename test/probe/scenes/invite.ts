import { described, isSuccess } from '../describe';
import { postLasting } from '../lasting';
import { agreement, NotAsked, scene } from '../probe';
import { makeHook } from './hooks';

const page = { header: 'A test', description: 'Made by a program', button: 'Nothing' };

/** One invite for the own address of whoever runs the probe, by a template that says to send no e-mail. */
export const invite = scene(async (probe) => {
	const { settings, client, made, mark } = probe;
	const { email } = settings;
	if (email === undefined) throw new NotAsked('SMILE_PROBE_EMAIL names no address');
	await agreement(
		probe,
		'The probe makes an invite for SMILE_PROBE_EMAIL, with a template that says to send no e-mail. Smile may send one all the same, and no call deletes the invite. Go on?',
	);
	made.begin('inviteTemplates');
	const template = {
		name: mark,
		company: { name: 'A test', logoUrl: 'https://example.com/logo.png' },
		email: {
			sendEmail: false,
			senderName: 'A test',
			replyAddress: 'nobody@example.com',
			subject: 'A test',
			body: 'Made by a program',
		},
		landingPage: page,
		successPage: page,
	};
	const templated = await client.ask('/inviteTemplates', { method: 'POST', body: template });
	if (!isSuccess(templated)) throw new Error(`The template was answered ${described(templated)}`);
	const templateId = String(templated.data.id);
	made.note('inviteTemplates', templateId);
	await makeHook(probe, 'invite', { eventTypes: ['INVITE_INVITED', 'USER_CREATED'] });
	const body = { fullName: 'Test Person', email, templateId };
	const answer = await postLasting(probe, 'invite', '/invites', body);
	if (isSuccess(answer)) {
		made.noteLasting('invite', String(answer.data.id));
		made.noteLasting('user that Smile made for an invite', String(answer.data.userId));
	}
	return answer;
});
