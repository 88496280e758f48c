import type { SmileRouter } from '../routeTable';
import type { SmileRecord } from '../data/shelves';
import { success } from '../envelope';
import type { Office } from '../office';
import { accepted, refused } from './accept';
import { newId } from './newId';
import { email, optional, text, type Body, type Shape } from './rules';
import { makeUserFor } from './user';

const shape: Shape = {
	fullName: text(200),
	firstName: optional(text(64)),
	lastName: optional(text(64)),
	email: email(200),
	templateId: text(64),
	winkTemplateId: optional(text(64)),
};

/** POST /invites makes a user and writes to the person at once. */
export function inviteRoutes(server: SmileRouter, office: Office): void {
	server.post('/invites', (request, reply) => {
		const body = accepted(request, shape);
		const template = office.store.find('inviteTemplates', String(body.templateId));
		if (!template) throw refused('templateId is of no template');
		const invite = makeInvite(office, body);
		send(office, invite, template);
		if (office.switches.eventOfInvite) {
			office.announcer.tell('INVITE_INVITED', { userId: invite.userId, inviteId: invite.id });
		}
		reply.code(201);
		return success(invite);
	});
}

function makeInvite(office: Office, body: Body): SmileRecord {
	const { store, clock, switches } = office;
	const { id: userId } = makeUserFor(office, 'eventsOfInviteUsers');
	const now = clock.time();
	const id = newId('iv-');
	const page = `https://invites.example/invite-user/${id}?token=${newId('dummy-')}`;
	const invite = store.add('invites', {
		id,
		createdAt: now,
		...body,
		userId,
		status: 'INVITED',
		updatedAt: now,
		invitedAt: now,
		linkedAt: null,
		...(switches.landingPageUrls ? { inviteLandingPageUrl: page } : {}),
	});
	store.add('inviteLogs', {
		id: newId('invl-'),
		inviteId: id,
		createdAt: now,
		inviteStatus: 'INVITED',
		userId,
	});
	return invite;
}

/** Writes to the person with the words of the template. */
function send({ outbox, switches }: Office, invite: SmileRecord, template: SmileRecord): void {
	const { sendEmail, senderName, replyAddress, subject, body } = template.email as Body;
	if (sendEmail === false && switches.obeysSendEmail) return;
	const { name } = template.company as Body;
	const values: Record<string, unknown> = {
		fullName: invite.fullName,
		firstName: invite.firstName ?? String(invite.fullName).split(' ')[0],
		companyName: name,
	};
	const filled = (words: unknown) =>
		String(words).replace(/\$\{(\w+)\}/g, (whole, field: string) => String(values[field] ?? whole));
	outbox.send({
		to: String(invite.email),
		sender: String(senderName),
		replyTo: String(replyAddress),
		subject: filled(subject),
		body: filled(body),
		inviteId: invite.id,
		sentAt: String(invite.invitedAt),
	});
}
