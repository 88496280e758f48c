/* eslint-disable @n8n/community-nodes/require-node-api-error -- passes on what the node threw */
import type { IDataObject, WebhookSetupMethodNames, Workflow } from 'n8n-workflow';
import { additionalDataFor } from './additionalData';
import { callLifecycle, type Loaded } from './callLifecycle';
import type { CredentialStore } from './credentialStore';
import { webhookDataOf } from './webhookData';
import { createWorkflow, type WorkflowOptions } from './workflow';

export interface PublicationOptions extends WorkflowOptions {
	store: CredentialStore;
	publicUrl: string;
	/** manual: the test mode of the editor. */
	mode: 'trigger' | 'manual';
}

/** One workflow with a trigger in n8n's database, and what n8n does to publish and unpublish it. */
export class Publication {
	/** Whether n8n routes the webhook's path to this workflow; it answers 404 otherwise. */
	isRegistered = true;

	private staticData: string;

	private current: PublicationOptions;

	constructor(options: PublicationOptions) {
		this.current = options;
		this.staticData = JSON.stringify(options.staticData ?? {});
	}

	get options(): PublicationOptions {
		return this.current;
	}

	/** Saves a new version of the workflow; what is registered stays that of the old one. */
	change(options: Partial<PublicationOptions>): void {
		this.current = { ...this.current, ...options };
	}

	get isTest(): boolean {
		return this.options.mode === 'manual';
	}

	get workflowId(): string {
		return this.load().workflow.id;
	}

	/** The part of the address below /webhook. */
	get webhookPath(): string {
		return this.load().webhookData.path;
	}

	/** The webhook's public address. */
	get url(): string {
		const { workflowExecuteAdditionalData: urls } = this.load().webhookData;
		return `${this.isTest ? urls.webhookTestBaseUrl : urls.webhookBaseUrl}/${this.webhookPath}`;
	}

	/** The workflow as stored, in a new instance. */
	load(): Loaded {
		const loaded = createWorkflow({
			...this.options,
			active: !this.isTest,
			staticData: JSON.parse(this.staticData) as IDataObject,
		});
		const additionalData = additionalDataFor(this.options.store, this.options.publicUrl);
		const { workflow, node } = loaded;
		return { ...loaded, webhookData: webhookDataOf(workflow, node, additionalData, this.isTest) };
	}

	/** Stores the static data if the node changed it (WorkflowStaticDataService). */
	save(workflow: Workflow): void {
		if (workflow.staticData.__dataChanged) this.staticData = JSON.stringify(workflow.staticData);
	}

	/** The stored static data is gone, as after a long execution restored an older one. */
	loseState(): void {
		this.staticData = '{}';
	}

	/** The stored static data of the workflow. */
	allStaticData(): IDataObject {
		return JSON.parse(this.staticData) as IDataObject;
	}

	/** The stored static data of the node. */
	storedStaticData(): IDataObject {
		const { workflow, node } = this.load();
		return { ...workflow.getStaticData('node', node) };
	}

	/** Runs one lifecycle method of the node by itself and stores its static data. */
	async run(method: WebhookSetupMethodNames): Promise<boolean> {
		const loaded = this.load();
		const { mode } = this.options;
		const outcome = await (method === 'delete'
			? callLifecycle(method, loaded, 'internal', 'update')
			: callLifecycle(method, loaded, mode, mode === 'manual' ? 'manual' : 'activate'));
		this.save(loaded.workflow);
		return outcome;
	}

	/**
	 * checkExists and, if that says no, create. When either throws, n8n runs delete with the static data as
	 * stored before and forgets the rest (ActiveWorkflowManager.addWebhooks); it is not tried again here.
	 */
	async activate(): Promise<void> {
		const loaded = this.load();
		this.isRegistered = true;
		try {
			await this.register(loaded);
		} catch (error) {
			await this.deactivate().catch(() => {});
			throw error;
		}
		this.save(loaded.workflow);
	}

	/**
	 * The same as n8n's publication service does it since 2.40: five tries, each that fails followed by delete on the
	 * same workflow, whose static data is stored then. The pauses between them are left out.
	 */
	async publish(): Promise<void> {
		const loaded = this.load();
		this.isRegistered = true;
		for (let tries = 1; ; tries += 1) {
			try {
				await this.register(loaded);
				this.save(loaded.workflow);
				return;
			} catch (error) {
				await callLifecycle('delete', loaded, 'internal', 'update');
				this.save(loaded.workflow);
				this.isRegistered = tries < 5;
				if (tries === 5) throw error;
			}
		}
	}

	private async register(loaded: Loaded): Promise<void> {
		const { mode } = this.options;
		const activation = mode === 'manual' ? 'manual' : 'activate';
		const exists = await callLifecycle('checkExists', loaded, mode, activation);
		if (!exists) await callLifecycle('create', loaded, mode, activation);
	}

	/** delete; its error is thrown, though n8n only logs it. */
	async deactivate(): Promise<void> {
		try {
			await this.run('delete');
		} finally {
			this.isRegistered = false;
		}
	}
}
