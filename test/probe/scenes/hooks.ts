import { randomBytes } from 'node:crypto';
import type { Answer } from '../client';
import { isSuccess } from '../describe';
import { scene, type Probe } from '../probe';
import type { React } from '../receiver';

export interface Hook {
	/** The last part of its address. */
	name: string;
	secret: string;
	/** To its creation. */
	answer: Answer;
	/** Undefined where Smile refused to make it. */
	id?: string;
}

interface Fields {
	name?: string;
	url?: string;
	eventTypes?: string[];
	active?: boolean;
	/** Made up unless said otherwise; null sends none. */
	secret?: string | null;
	includePayload?: boolean;
}

/** Makes a webhook whose deliveries reach the receiver under this name. */
export async function makeHook(probe: Probe, name: string, fields: Fields = {}): Promise<Hook> {
	const { settings, client, made, mark } = probe;
	const secret = fields.secret === null ? '' : (fields.secret ?? newSecret());
	made.begin('webhooks');
	const body = {
		name: `n8n-nodes-smile probe: ${name}`,
		url: `${settings.receiverUrl}/${mark}/${name}`,
		eventTypes: ['USER_CREATED'],
		active: true,
		includePayload: false,
		...fields,
		secret: fields.secret === null ? undefined : secret,
	};
	const answer = await client.ask('/webhooks', { method: 'POST', body });
	const id = isSuccess(answer) && answer.data.id ? String(answer.data.id) : undefined;
	if (id !== undefined) made.note('webhooks', id);
	return { name, secret, answer, id };
}

/** Deletes a webhook at once, and returns the answer. */
export async function removeHook({ client, made }: Probe, id: string): Promise<Answer> {
	const answer = await client.ask(`/webhooks/${id}`, { method: 'DELETE' });
	if (isSuccess(answer)) made.forget(id);
	return answer;
}

/** As long as Smile allows: 64 characters. */
function newSecret(beginning = ''): string {
	return (beginning + randomBytes(32).toString('hex')).slice(0, 64);
}

/** Webhooks that all hear of one and the same event, and answer it in different ways. */
export const listeners = scene(async (probe) => {
	const { receiver, settings, patience, mark } = probe;
	const hooks: Record<string, Hook> = {};
	const add = async (name: string, fields?: Fields) => {
		hooks[name] = await makeHook(probe, name, fields);
	};
	await add('answered');
	await add('refused');
	receiver.react(
		'refused',
		toFirstEvent(() => ({ status: 500 })),
	);
	await add('cut');
	receiver.react(
		'cut',
		toFirstEvent(() => 'cut'),
	);
	const location = `${settings.receiverUrl}/${mark}/redirected`;
	await add('redirect');
	receiver.react(
		'redirect',
		toFirstEvent(() => ({ status: 307, location })),
	);
	for (const [index, afterMs] of patience.lateMs.entries()) {
		const name = `late-${index}`;
		await add(name);
		receiver.react(
			name,
			toFirstTry(() => ({ status: 200, afterMs })),
		);
	}
	await add('inactive', { active: false });
	await add('no-secret', { secret: null });
	await add('foreign-letters', { secret: newSecret('ñ李😀') });
	await add('both', { eventTypes: ['ALL_EVENTS', 'USER_CREATED'] });
	const url = `${settings.receiverUrl}/${mark}/twin`;
	await add('twin', { url });
	await add('other-twin', { url });
	return hooks;
});

function toFirstEvent(react: React): React {
	let first: unknown;
	return (arrived) => {
		first ??= arrived.event.id;
		return arrived.event.id === first ? react(arrived) : { status: 200 };
	};
}

function toFirstTry(react: React): React {
	let count = 0;
	return (arrived) => ((count += 1) === 1 ? react(arrived) : { status: 200 });
}
