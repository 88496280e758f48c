/* eslint-disable @n8n/community-nodes/no-restricted-imports -- keeps files in a temporary folder, as n8n does */
import type { IBinaryData } from 'n8n-workflow';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContexts, requireAsCore } from './core';

interface BinaryDataService {
	mode: string;
	init(): Promise<void>;
	getAsBuffer(data: IBinaryData): Promise<Buffer>;
	store(location: object, bytes: Buffer, data: IBinaryData): Promise<IBinaryData>;
}

/** n8n's store of files, as the contexts use it. */
async function store() {
	await loadContexts();
	const { BinaryDataService: Service } = await import(
		'n8n-core/dist/binary-data/binary-data.service'
	);
	const { BinaryDataConfig: Config } = await import('n8n-core/dist/binary-data/binary-data.config');
	const { Container } = requireAsCore('@n8n/di') as {
		Container: { get<T>(type: unknown): T };
	};
	return {
		service: Container.get<BinaryDataService>(Service),
		config: Container.get<{ mode: string; localStoragePath: string }>(Config),
	};
}

/** The bytes of a file of an item. */
export async function bytesOf(file: IBinaryData): Promise<Buffer> {
	return await (await store()).service.getAsBuffer(file);
}

/** Where n8n keeps files instead of in memory; `close` goes back to memory and removes them. */
export interface FilesOnDisk {
	/** Names of all files there, also of unfinished ones. */
	names(): Promise<string[]>;
	/** Keeps a file there, and gives what an item holds of it. */
	put(bytes: Buffer, fileName: string, mimeType: string): Promise<IBinaryData>;
	close(): Promise<void>;
}

/** Has n8n keep files in a folder, as it does unless told otherwise. */
export async function keepFilesOnDisk(): Promise<FilesOnDisk> {
	const { service, config } = await store();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-files-'));
	const { mode } = service;
	Object.assign(config, { mode: 'filesystem', localStoragePath: folder });
	await service.init();
	return {
		names: async () =>
			(await readdir(folder, { recursive: true, withFileTypes: true }))
				.filter((entry) => entry.isFile())
				.map(({ name }) => name),
		put: async (bytes, fileName, mimeType) => {
			const location = { type: 'execution', workflowId: 'workflow-1', executionId: 'sample' };
			return await service.store(location, bytes, { data: '', fileName, mimeType });
		},
		close: async () => {
			service.mode = mode;
			await rm(folder, { recursive: true, force: true });
		},
	};
}
