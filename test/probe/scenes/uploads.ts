/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the sample payslip */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isJsonObject, type JsonObject } from '../../../nodes/Smile/shared/jsonObject';
import type { Answer } from '../client';
import { described, isSuccess } from '../describe';
import { NotAsked, scene, type Probe } from '../probe';
import type { Try } from '../receiver';
import { walk } from '../walk';
import { analysed, archiveEvents, unknownFile, upload } from './archive';
import { makeHook } from './hooks';
import { shortly, user } from './user';

/** The portal's own sample, where one is named. */
export const samplePayslip = scene(async ({ settings: { payslip } }) => {
	if (payslip === undefined) throw new NotAsked('SMILE_PROBE_PAYSLIP names no file');
	const content = await readFile(payslip).catch((error: NodeJS.ErrnoException) => {
		throw new NotAsked(`The file of SMILE_PROBE_PAYSLIP cannot be read (${error.code})`);
	});
	return { content, name: `sample.${basename(payslip).split('.').at(-1) ?? 'pdf'}` };
});

export interface Followed {
	/** The archive when Smile had finished it. */
	record: JsonObject;
	/** The types of its events, in the order of their arrival. */
	told: string;
}

const hook = scene(
	async (probe) => await makeHook(probe, 'uploads', { eventTypes: archiveEvents }),
);

const ends = [/^TASK_FINISHED$/, /^ARCHIVE_(ANALYZED|FAILED)$/];

/** The sample if there is one: what no sandbox knows is hardly classified. */
const fileOf = async (probe: Probe) =>
	probe.settings.payslip === undefined
		? { content: unknownFile, name: 'file.pdf' }
		: await samplePayslip(probe);

export const classified = scene(async (probe) => {
	const { content, name } = await fileOf(probe);
	return await followed(
		probe,
		async (userId) => await upload(probe, content, { userId, name, isClassified: true }),
	);
});

export const withoutType = scene(async (probe) => {
	const { content, name } = await fileOf(probe);
	return await followed(
		probe,
		async (userId) => await upload(probe, content, { userId, name, fileType: null }),
	);
});

/** By the call of payslips, which takes no name in which a mark could stand. */
export const uploadedPayslip = scene(async (probe) => {
	const { client, made } = probe;
	const { content, name } = await fileOf(probe);
	return await followed(probe, async (userId) => {
		const fileExtensionType = (name.split('.').at(-1) ?? 'pdf').toUpperCase();
		const body = { userId, fileExtensionType, fileContent: content.toString('base64') };
		const path = '/archives/-/payslips/uploadRawFile';
		const answer = await client.ask(path, { method: 'POST', body }).catch(async (error: Error) => {
			// All archives of the run's own user are the run's.
			const all = await walk(client, `/archives?userId=${userId}`);
			for (const { id } of all) made.note('archives', String(id));
			throw error;
		});
		if (isSuccess(answer) && answer.data.id) made.note('archives', String(answer.data.id));
		return answer;
	});
});

async function followed(
	probe: Probe,
	send: (userId: string) => Promise<Answer>,
): Promise<Followed> {
	await hook(probe);
	const { id: userId } = await user(probe);
	const answer = await send(userId);
	if (!isSuccess(answer) || !answer.data.id) {
		throw new Error(`The upload was answered ${described(answer)}`);
	}
	const id = String(answer.data.id);
	const { record } = await analysed(probe, id);
	const { receiver } = probe;
	const isAbout = ({ name, body }: Try) => name === 'uploads' && body.includes(id);
	// The task and the archive each tell of their end, in any order.
	const heard = ends.map(async (end) => {
		const isEnd = ({ event }: Try) => end.test(String(event.type));
		return await receiver.waitFor((one) => isAbout(one) && isEnd(one), shortly(probe));
	});
	await Promise.all(heard);
	const events = receiver.tries.filter(isAbout).map(({ event }) => typeOf(event));
	return { record, told: [...new Set(events)].join(', ') || 'None arrived' };
}

/** The type of an event, with the type of its task. */
function typeOf({ type, data }: JsonObject): string {
	const task = isJsonObject(data) && data.taskType !== undefined ? ` (${word(data.taskType)})` : '';
	return `${word(type)}${task}`;
}

/** What a finished archive is found to be, in words that hold nothing of a person. */
export function shapeOf({ record, told }: Followed): string {
	const { type, state, classification } = record;
	const status = isJsonObject(state) ? word(state.status) : 'no state';
	const classes = isJsonObject(classification)
		? `classified as ${word(classification.fileType)}`
		: 'without a classification';
	return `${word(type)}, ${status}, ${classes}; ${told}`;
}

const word = (value: unknown) => String(value).replace(/[^A-Z_a-z]/g, '');
