import type { SmileRouter } from '../routeTable';
import { success } from '../envelope';
import type { Office } from '../office';
import { accepted, missing } from './accept';
import { newId } from './newId';
import { email, flag, shaped, text, type Shape } from './rules';

const page: Shape = { header: text(200), description: text(5000), button: text(200) };

/** All fourteen leaves, for a new template and for a change of one alike. */
const shape: Shape = {
	name: text(64),
	company: shaped({ name: text(200), logoUrl: text(200) }),
	email: shaped({
		sendEmail: flag,
		senderName: text(200),
		replyAddress: email(200),
		subject: text(200),
		body: text(5000),
	}),
	landingPage: shaped(page),
	successPage: shaped(page),
};

interface ById {
	Params: { id: string };
}

/** POST, PUT and DELETE of invite templates; PUT wants the whole template. */
export function inviteTemplateRoutes(server: SmileRouter, { store }: Office): void {
	const stored = (id: string) => {
		const found = store.find('inviteTemplates', id);
		if (!found) throw missing();
		return found;
	};

	server.post('/inviteTemplates', (request, reply) => {
		const body = accepted(request, shape);
		reply.code(201);
		return success(store.add('inviteTemplates', { id: newId('tpl-'), ...body }));
	});

	server.put<ById>('/inviteTemplates/:id', (request) => {
		const template = stored(request.params.id);
		return success(Object.assign(template, accepted(request, shape)));
	});

	server.delete<ById>('/inviteTemplates/:id', ({ params }) => {
		const { id } = stored(params.id);
		store.keep('inviteTemplates', (template) => template.id !== id);
		return success();
	});
}
