/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the harness works on files */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../freePort';
import { machine } from '../../machine';
import { startServer, type ServerProcess } from '../serverProcess';
import type { N8nInstallation } from '../types';

export type Role = 'main' | 'webhook processor' | 'worker';

const commands = { main: 'start', 'webhook processor': 'webhook', worker: 'worker' } as const;

/** What the processes of one n8n have in common. */
export interface Common {
	installation: N8nInstallation;
	/** Where each process gets a folder of its own, as containers do. */
	folder: string;
	/** A user folder in which this package is installed. */
	template: string;
	publicUrl: string;
	environment: Record<string, string>;
}

/** One n8n process in queue mode; it keeps its port and folder over a restart. */
export class Member {
	private process?: ServerProcess;

	private constructor(
		readonly role: Role,
		readonly port: number,
		private readonly userFolder: string,
		private readonly common: Common,
	) {}

	/** Makes the process's folder; it is started by `start`. */
	static async create(role: Role, name: string, common: Common): Promise<Member> {
		const userFolder = join(common.folder, name);
		await mkdir(userFolder, { recursive: true });
		await cp(common.template, userFolder, { recursive: true });
		return new Member(role, await freePort(), userFolder, common);
	}

	get origin(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Of its operating system process, while it runs. */
	get pid(): number {
		return this.process?.pid ?? -1;
	}

	/** Everything it has written since it was last started. */
	get log(): string {
		return this.process?.log() ?? '';
	}

	/** Starts it and waits until it is ready; `env` counts for this life only. */
	async start(env: Record<string, string> = {}): Promise<void> {
		const { installation, publicUrl, environment } = this.common;
		// A worker listens for nothing but questions about its health.
		const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: `${this.port}` };
		this.process = await startServer({
			installation,
			userFolder: this.userFolder,
			publicUrl,
			port: this.port,
			command: commands[this.role],
			env: { ...environment, ...(this.role === 'worker' ? health : {}), ...env },
			editor: false,
			timeoutMs: 600_000,
		});
		const seconds = Math.round(this.process.startedInMs / 1000);
		machine.notice(`A ${this.role} of n8n started within ${seconds} s`);
	}

	/** SIGKILL is a crash; SIGTERM lets it finish what it does. */
	async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		const { process } = this;
		this.process = undefined;
		await process?.end(signal);
	}

	async restart(signal: NodeJS.Signals): Promise<void> {
		await this.end(signal);
		await this.start();
	}
}
