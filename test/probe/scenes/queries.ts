/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two looks */
import { setTimeout as pause } from 'node:timers/promises';
import { isJsonObject, type JsonObject } from '../../../nodes/Smile/shared/jsonObject';
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

/** The same, with a consent that names nothing but a template. */
export const signalByTemplate = scene(async (probe) => {
	const { client, made, mark } = probe;
	await agreement(probe, `The probe makes a consent template, and ${asking}`);
	made.begin('consentTemplates');
	const template = {
		consentType: 'PROBE',
		version: '1',
		consentText: `Made by a program: ${mark}`,
	};
	const answer = await client.ask('/consentTemplates', { method: 'POST', body: template });
	if (!isSuccess(answer)) throw new Error(`The template was answered ${described(answer)}`);
	const consentTemplateId = String(answer.data.id);
	made.note('consentTemplates', consentTemplateId);
	const body = signalWith(probe, { consentTemplateId });
	const asked = await postLasting(probe, 'signal', '/beta/signals', body);
	if (isSuccess(asked)) made.noteLasting('signal', String(asked.data.id));
	return asked;
});

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
