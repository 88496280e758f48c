import type { SmileRouter } from '../routeTable';
import { success } from '../envelope';
import type { Office } from '../office';
import { accepted, missing } from './accept';
import { newId } from './newId';
import { optional, text, type Shape } from './rules';

const shape: Shape = {
	consentType: text(200),
	title: optional(text(200)),
	version: text(64),
	consentMethod: optional(text(200, 0)),
	consentText: text(65_535),
};

/** POST and DELETE of consent templates; there is no change and no GET by id. */
export function consentTemplateRoutes(server: SmileRouter, { store, clock }: Office): void {
	server.post('/consentTemplates', (request, reply) => {
		const body = accepted(request, shape);
		reply.code(201);
		const json = { id: newId('ct-'), createdAt: clock.time(), ...body };
		return success(store.add('consentTemplates', json));
	});

	server.delete<{ Params: { id: string } }>('/consentTemplates/:id', ({ params }) => {
		if (!store.find('consentTemplates', params.id)) throw missing();
		store.keep('consentTemplates', ({ id }) => id !== params.id);
		return success();
	});
}
