/* eslint-disable @n8n/community-nodes/no-restricted-imports -- pauses between two looks */
import { setTimeout as pause } from 'node:timers/promises';
import { isJsonObject, type JsonObject } from '../../../nodes/Smile/shared/jsonObject';
import type { Answer } from '../client';
import { described, isSuccess } from '../describe';
import { scene, type Probe } from '../probe';
import type { Try } from '../receiver';
import { walk } from '../walk';
import { makeHook } from './hooks';
import { shortly } from './user';

/** A file that no sandbox knows: the smallest there can be, without a word about anybody. */
export const unknownFile = Buffer.from('%PDF-1.4\n% made by a program\n%%EOF\n');

export const archiveEvents = [
	'USER_CREATED',
	'TASK_STARTED',
	'TASK_FINISHED',
	'ARCHIVE_STARTED',
	'ARCHIVE_ANALYZED',
	'ARCHIVE_FAILED',
	'ARCHIVE_REVOKED',
];

export interface Upload {
	id: string;
	answer: Answer;
	/** Undefined where the answer names none. */
	userId?: string;
}

interface UploadOptions {
	userId?: string;
	name?: string;
	copies?: number;
	/** PAYSLIP unless said otherwise; null for one that Smile is to find out. */
	fileType?: string | null;
	/** By the call that classifies, which takes no type. */
	isClassified?: boolean;
}

/** Uploads a file; the mark in its name finds it again should the answer be lost. */
export async function upload(
	{ client, made, mark }: Probe,
	content: Buffer,
	{ userId, name = 'file.pdf', copies = 1, fileType = 'PAYSLIP', isClassified }: UploadOptions = {},
): Promise<Answer> {
	made.begin('archives');
	const file = {
		fileName: `${mark}-${name}`,
		fileExtensionType: (name.split('.').at(-1) ?? 'pdf').toUpperCase(),
		fileContent: content.toString('base64'),
	};
	const body = {
		...(userId ? { userId } : {}),
		...(isClassified ? {} : { fileType }),
		rawFiles: Array(copies).fill(file),
	};
	const answer = await client.ask(isClassified ? '/archives/classify' : '/archives', {
		method: 'POST',
		body,
	});
	if (isSuccess(answer) && answer.data.id) made.note('archives', String(answer.data.id));
	return answer;
}

/** An upload that names no user, with webhooks that hear of it. */
export const unknownArchive = scene(async (probe): Promise<Upload> => {
	const { made } = probe;
	await makeHook(probe, 'plain', { eventTypes: archiveEvents });
	await makeHook(probe, 'payload', { eventTypes: archiveEvents, includePayload: true });
	const kind = 'user that Smile made for an upload';
	const answer = await upload(probe, unknownFile).catch((error: Error) => {
		made.noteLasting(kind, 'unknown, as no answer came');
		throw error;
	});
	if (!isSuccess(answer) || !answer.data.id) {
		throw new Error(`The upload was answered ${described(answer)}`);
	}
	const userId = answer.data.userId ? String(answer.data.userId) : undefined;
	if (userId) made.noteLasting(kind, userId);
	return { id: String(answer.data.id), answer, userId };
});

export interface Analysis {
	state: string;
	/** How often the archive was read while it was not finished. */
	reads: number;
	record: JsonObject;
}

export const analysisOfUnknown = scene(
	async (probe) => await analysed(probe, (await unknownArchive(probe)).id),
);

/** Reads an archive until Smile has finished it. */
export async function analysed(probe: Probe, id: string): Promise<Analysis> {
	const { client, patience, stop } = probe;
	for (let reads = 0; ; reads += 1) {
		const answer = await client.ask(`/archives/${id}`);
		if (!isSuccess(answer)) throw new Error(`The archive was answered ${described(answer)}`);
		const state = stateOf(answer.data);
		if (state !== 'STARTED' || reads >= patience.looks)
			return { state, reads, record: answer.data };
		await pause(patience.betweenLooksMs, undefined, { signal: stop });
	}
}

function stateOf({ state }: JsonObject): string {
	return isJsonObject(state) ? String(state.status) : 'none';
}

/** An event about the unknown archive, or about the user that was made for it. */
export async function heardOfArchive(
	probe: Probe,
	type: string,
	name = 'plain',
): Promise<Try | undefined> {
	const { id, userId } = await unknownArchive(probe);
	const fits = ({ name: at, event: { type: told, data } }: Try) =>
		at === name && told === type && isJsonObject(data) && isAbout(data, id, userId);
	return await probe.receiver.waitFor(fits, shortly(probe));
}

function isAbout(data: JsonObject, id: string, userId?: string): boolean {
	const { archiveId, sourceId } = data;
	return archiveId === id || sourceId === id || (userId !== undefined && data.userId === userId);
}

/** What is seen of the unknown archive once it was revoked. */
export const revocation = scene(async (probe) => {
	const { client, made } = probe;
	const { id, userId } = await unknownArchive(probe);
	await analysisOfUnknown(probe);
	const answer = await client.ask(`/archives/${id}`, { method: 'DELETE' });
	if (!isSuccess(answer)) throw new Error(`The revocation was answered ${described(answer)}`);
	made.forget(id);
	const event = await heardOfArchive(probe, 'ARCHIVE_REVOKED');
	const itself = await client.ask(`/archives/${id}`);
	const listed = await walk(client, userId ? `/archives?userId=${userId}` : '/archives');
	const found = listed.find((archive) => archive.id === id);
	const records = await client.ask(`/incomes?sourceId=${id}`);
	return { event, itself, found, records };
});
