import type { SmileRouter } from '../../routeTable';
import { created } from '../../envelope';
import type { Office } from '../../office';
import { accepted } from '../accept';
import { email, optional, text, type Body, type Shape } from '../rules';
import { ask, type Product } from './ask';
import { curp, consent, plainPhone, plainPhoneOrDigest, template } from './fields';

const shape: Shape = {
	emailAddress: email(),
	fullName: text(),
	mobileNumber: plainPhone,
	curp,
	templateId: template,
	consent,
};

const betaShape: Shape = { ...shape, mobileNumber: plainPhoneOrDigest, nss: optional(text()) };

function socialSecurity(office: Office, stage: 'alpha' | 'beta'): Product {
	const { announcer, switches, clock } = office;
	const isTold = stage === 'alpha' || switches.eventsOfBetaRecords;
	const tell = (type: string, data: Body) => {
		if (isTold) announcer.tell(type, { recordType: 'SOCIAL_SECURITY', ...data });
	};
	return {
		name: 'socialSecurity',
		kind: `${stage}/socialSecurities`,
		prefix: 'ss-',
		answersBefore: true,
		// Neither the schema nor a sample of `requestMeta` has it.
		unechoed: 'nss',
		unfinished: { result: null },
		result: (code, request) => ({
			result: code === 'SUCCESS' ? recordOf(request, clock.time().slice(0, 10), stage) : null,
		}),
		onCreated: ({ id }) => tell('RECORD_CREATED', { recordId: id }),
		onCompleted: ({ id, status, result, requestMeta }, resultCode) => {
			const payload = { result, requestMeta };
			tell('RECORD_COMPLETED', { recordId: id, status, resultCode, resultMessage: null, payload });
		},
	};
}

function recordOf(request: Body, reportDate: string, stage: 'alpha' | 'beta'): Body {
	return {
		fullName: request.fullName,
		curp: request.curp,
		nss: request.nss ?? '00000000000',
		...(stage === 'beta' ? { payMark: true } : {}),
		gender: 'Female',
		reportDate,
		employerName: 'Talleres Ficticios',
		employerRegistration: 'X0000000000',
		state: 'Puebla',
		contributionDays: 730,
		contributionBaseAmount: 450.5,
		currency: 'MXN',
	};
}

export function socialSecurityRoutes(server: SmileRouter, office: Office): void {
	for (const stage of ['alpha', 'beta'] as const) {
		const path = `/${stage}/socialSecurities`;
		server.post(path, (request, reply) => {
			const body = accepted(request, stage === 'alpha' ? shape : betaShape);
			reply.code(201);
			return created(ask(office, socialSecurity(office, stage), path, body));
		});
	}
}
