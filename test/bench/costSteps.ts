import { createHmac } from 'node:crypto';
import { sleep, type INodeType } from 'n8n-workflow';
import type { CredentialStore } from '../support/contexts/credentialStore';
import { sampleWebhookSecret } from '../support/contexts/sampleCredential';
import { benchedTrigger, type Deliver, type Delivered } from './benchedTrigger';
import { collectAll, collectYoung } from './collectGarbage';
import type { Bare, CostCase } from './costCases';
import { forge, SampleBody, sampleType } from './sampleBody';

/** Does one thing once and returns the microseconds it took. */
export type Step = () => Promise<number>;

/** From these many bytes on, a sample would pay for the rubbish of the one before it. */
const LARGE = 500_000;
const HUGE = 5_000_000;

/** A step for each case and each bare work; every one signs the bytes anew before its time begins. */
export async function costSteps(
	nodeType: INodeType,
	credentials: CredentialStore,
	body: SampleBody,
): Promise<Record<CostCase | Bare, Step>> {
	const published = await benchedTrigger(nodeType, credentials, [sampleType]);
	const otherType = await benchedTrigger(nodeType, credentials, ['ACCOUNT_CONNECTED']);
	const { bytes } = body;
	let lastId = 1;
	const prepare = async (id = ++lastId) => {
		body.setId(id);
		const signature = body.sign(sampleWebhookSecret);
		if (bytes.length >= LARGE) await tidyUp(bytes.length >= HUGE);
		return signature;
	};
	const bare = (work: () => unknown) => async () => {
		await prepare();
		const startedAt = performance.now();
		work();
		return (performance.now() - startedAt) * 1000;
	};

	await expecting('accepted', published(bytes, await prepare(1)));
	return {
		HMAC: bare(() => digest(bytes)),
		'HMAC + parse': bare(() => [digest(bytes), JSON.parse(bytes.toString('utf8'))]),
		accepted: async () => await expecting('accepted', published(bytes, await prepare())),
		duplicate: async () => await expecting('duplicate', published(bytes, await prepare(1))),
		filtered: async () => await expecting('filtered', otherType(bytes, await prepare())),
		forged: async () => {
			const signature = forge(await prepare());
			await spendReread(published);
			return await expecting('signature', published(bytes, signature));
		},
		'forged, first in a second': async () => {
			const unforged = await benchedTrigger(nodeType, credentials, [sampleType]);
			await keepSecrets(unforged);
			return await expecting('signature', unforged(bytes, forge(await prepare())));
		},
	};
}

/** Collects garbage and lets V8's helper threads finish, so that none of it falls into the next sample. */
async function tidyUp(isHuge: boolean): Promise<void> {
	if (isHuge) collectAll();
	else collectYoung();
	await sleep(isHuge ? 20 : 2);
}

function digest(bytes: Buffer): Buffer {
	return createHmac('sha512', sampleWebhookSecret).update(bytes).digest();
}

/** The time of a delivery that ended as it should; anything else would be a wrong figure. */
async function expecting(
	outcome: Delivered['outcome'],
	delivery: Promise<Delivered>,
): Promise<number> {
	const delivered = await delivery;
	if (delivered.outcome === outcome) return delivered.micros;
	throw new Error(`A delivery that should end as ${outcome} was answered ${delivered.status}`);
}

const smallBody = new SampleBody(300);

/** A forged delivery may cause one read of the credential in a second; this one uses it up. */
async function spendReread(deliver: Deliver): Promise<void> {
	await deliver(smallBody.bytes, forge(smallBody.sign(sampleWebhookSecret)));
}

/** A genuine delivery, after which the secrets are in memory and older than the next delivery. */
async function keepSecrets(deliver: Deliver): Promise<void> {
	await deliver(smallBody.bytes, smallBody.sign(sampleWebhookSecret));
	await sleep(2);
}
