/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two looks */
import { setTimeout as pause } from 'node:timers/promises';
import { isJsonObject, type JsonObject } from '../../../nodes/Smile/shared/jsonObject';
import type { Answer } from '../client';
import { described, isSuccess } from '../describe';
import { postLasting } from '../lasting';
import { agreement, scene, type Probe } from '../probe';
import { makeHook } from './hooks';

const consentWith = (fields: JsonObject): JsonObject => ({
	consentedAt: `${new Date(Date.now() - 60_000).toISOString().slice(0, 19)}Z`,
	consentedWith: 'A test person, by a program',
	...fields,
});

const asking =
	'asks the sandbox a query about a made-up person, or the one you named, which no call deletes. Go on?';

export interface Query {
	sent: JsonObject;
	/** The answer to the POST. */
	first: JsonObject;
	/** When it was finished, or as it was when time was up. */
	last: JsonObject;
}

/** A signal of the beta, which is open to everybody. */
export const signal = scene(async (probe): Promise<Query> => {
	await agreement(probe, `The probe ${asking}`);
	const sent = signalWith(probe, { type: 'TERMS', version: '1' });
	return await query(probe, 'signal', '/beta/signals', sent);
});

const template = { consentType: 'PROBE', version: '1' };

/** A consent template of this run; it concerns nobody. */
const consentTemplate = scene(async ({ client, made, mark }) => {
	made.begin('consentTemplates');
	const body = { ...template, consentText: `Made by a program: ${mark}` };
	const answer = await client.ask('/consentTemplates', { method: 'POST', body });
	if (!isSuccess(answer)) throw new Error(`The template was answered ${described(answer)}`);
	const consentTemplateId = String(answer.data.id);
	made.note('consentTemplates', consentTemplateId);
	return consentTemplateId;
});

/** The same, with a consent that names nothing but a template. */
export const signalByTemplate = scene(async (probe) => {
	await agreement(probe, `The probe makes a consent template, and ${asking}`);
	return await signalBy(probe, { consentTemplateId: await consentTemplate(probe) });
});

/** The answers to consents that name their document in other ways, each a query of its own. */
export const otherConsents = scene(async (probe): Promise<Record<string, Answer>> => {
	await agreement(
		probe,
		`The probe makes a consent template, and three times, with three forms of consent, ${asking}`,
	);
	const { consentType: type, version } = template;
	const consentTemplateId = await consentTemplate(probe);
	return {
		'template, type and version': await signalBy(probe, { consentTemplateId, type, version }),
		'type alone': await signalBy(probe, { type }),
		nothing: await signalBy(probe, {}),
	};
});

/** The query that names a template, read once that was deleted; no other may need it after this. */
export const templateGone = scene(async (probe) => {
	const { client, made } = probe;
	const asked = await signalByTemplate(probe);
	if (!isSuccess(asked)) throw new Error(`The query was answered ${described(asked)}`);
	const id = await consentTemplate(probe);
	const gone = await client.ask(`/consentTemplates/${id}`, { method: 'DELETE' });
	if (!isSuccess(gone)) throw new Error(`The deletion was answered ${described(gone)}`);
	made.forget(id);
	const read = await client.ask(`/beta/signals/${String(bare(asked.data).id)}`);
	return { read, isNamed: read.text.includes(id) };
});

async function signalBy(probe: Probe, consent: JsonObject): Promise<Answer> {
	const body = signalWith(probe, consent);
	const asked = await postLasting(probe, 'signal', '/beta/signals', body);
	if (isSuccess(asked)) probe.made.noteLasting('signal', String(bare(asked.data).id));
	return asked;
}

/** A social security query of the beta, with a webhook for what it may send. */
export const betaRecord = scene(async (probe) => {
	await agreement(probe, `The probe ${asking.replace('a query', 'a social security query')}`);
	await makeHook(probe, 'records', { eventTypes: ['RECORD_CREATED', 'RECORD_COMPLETED'] });
	const { mexicanPhone: mobileNumber, curp, fullName, email: emailAddress } = probe.settings.person;
	const consent = consentWith({ type: 'TERMS', version: '1' });
	const person = { mobileNumber, curp, fullName, emailAddress };
	const sent = { ...person, templateId: 'tpl-sss003002', consent };
	return await query(probe, 'social security record', '/beta/socialSecurities', sent);
});

function signalWith({ settings }: Probe, consent: JsonObject): JsonObject {
	const { phone } = settings.person;
	const templateId = 'tpl-sgn003001';
	return { phone, countryCode: 'PH', templateId, consent: consentWith(consent) };
}

async function query(probe: Probe, kind: string, path: string, sent: JsonObject): Promise<Query> {
	const { client, made, patience, stop } = probe;
	const answer = await postLasting(probe, kind, path, sent);
	if (!isSuccess(answer)) throw new Error(`The query was answered ${described(answer)}`);
	const first = bare(answer.data);
	const id = String(first.id);
	made.noteLasting(kind, id);
	let last = first;
	for (let looks = 0; looks < patience.looks && last.status === 'PROCESSING'; looks += 1) {
		if (looks > 0) await pause(patience.betweenLooksMs, undefined, { signal: stop });
		const read = await client.ask(`${path}/${id}`);
		if (isSuccess(read)) last = bare(read.data);
	}
	return { sent, first, last };
}

/** Samples wrap a signal in an object of its own. */
function bare(data: JsonObject): JsonObject {
	return isJsonObject(data.signal) ? data.signal : data;
}
