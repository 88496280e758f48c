/* eslint-disable @n8n/community-nodes/require-node-api-error -- passes on what the node threw */
import { randomBytes, randomUUID } from 'node:crypto';
import { samplePublicUrl } from './additionalData';
import { startCore } from './core';
import { CredentialStore } from './credentialStore';
import { Executions } from './executions';
import { smileTriggerNode } from './packageClasses';
import { Publication } from './publication';
import type { PublishedTrigger, PublishOptions, TriggerEdit } from './publishedTrigger';
import { receiveFor } from './receiveFor';
import { removalClock } from './removalClock';
import { sampleCredential, storeWith } from './sampleCredential';
import { startWebhookServer } from './webhookServer';

/** Puts a workflow with a trigger into a stand-in for n8n, which receives deliveries over HTTP. */
export async function publishTrigger(given: PublishOptions = {}): Promise<PublishedTrigger> {
	const { smile, activate = smile !== undefined } = given;
	const logger = await startCore();
	const logs = logger.capture();
	const publication = await saveWorkflow(given);
	const executions = new Executions();
	const unhandledErrors: Error[] = [];

	const { url, webhookPath } = publication;
	const { origin, pathname } = new URL(url);
	const change = changeFor(publication, given);
	const server = await startWebhookServer({
		basePath: pathname.slice(0, -webhookPath.length - 1),
		proxyHops: given.proxyHops ?? 0,
		logs: logger,
		handle: receiveFor(publication, executions, unhandledErrors),
	});
	smile?.mapHost(origin, server.origin);

	const trigger = {
		get url() {
			return publication.url;
		},
		localUrl: server.origin + pathname,
		localOrigin: server.origin,
		workflowId: publication.workflowId,
		credentials: publication.options.store,
		executions: executions.started,
		failedExecutions: executions.failed,
		unhandledErrors,
		logs: logs.lines,
		staticData: () => publication.storedStaticData(),
		allStaticData: () => publication.allStaticData(),
		loseState: () => publication.loseState(),
		isListening: () => publication.isRegistered,
		checkExists: async () => await publication.run('checkExists'),
		create: async () => await publication.run('create'),
		remove: async () => await publication.run('delete'),
		activate: async () => await publication.activate(),
		deactivate: async () => await publication.deactivate(),
		publish: async () => await publication.publish(),
		change,
		edit: async (edit: TriggerEdit) => {
			await publication.deactivate();
			change(edit);
			await publication.activate();
		},
		failNextExecutionStart: (error?: Error) => executions.failNextStart(error),
		delayExecutionStart: (until: Promise<unknown>) => executions.delayStart(until),
		close: async () => {
			removalClock.stop();
			logs.stop();
			await server.close();
		},
	};
	if (activate) await activateOrClose(trigger);
	return trigger;
}

/** The workflow as a person saves it. */
async function saveWorkflow(given: PublishOptions): Promise<Publication> {
	const { credential = {}, smile } = given;
	const isStore = credential instanceof CredentialStore;
	return new Publication({
		nodeType: given.nodeType ?? (await smileTriggerNode()),
		parameters: {
			...(given.events && { events: given.events }),
			...(given.options && { options: given.options }),
			...given.parameters,
		},
		id: given.workflowId ?? randomBytes(8).toString('hex'),
		name: given.workflowName,
		nodeId: given.nodeId ?? randomUUID(),
		nodeName: given.nodeName,
		webhookId: given.webhookId === undefined ? randomUUID() : (given.webhookId ?? undefined),
		typeVersion: given.typeVersion,
		staticData: given.staticData,
		credentials: { getSmileApi: { id: 'credential-1', name: 'Sample credential' } },
		store: isStore ? credential : await storeWith(sampleCredential(smile, credential)),
		publicUrl: given.publicUrl ?? samplePublicUrl,
		mode: given.mode ?? 'trigger',
	});
}

let credentials = 1;

/** Turns an edit into what n8n stores of it. */
function changeFor(publication: Publication, given: PublishOptions): (edit: TriggerEdit) => void {
	return ({ events, credential, smile = given.smile, ...rest }) => {
		const { options } = publication;
		publication.change({
			...rest,
			...(events && { parameters: { ...options.parameters, events } }),
		});
		if (!credential && smile === given.smile) return;
		const data = sampleCredential(smile, credential);
		const getSmileApi = options.store.put(data, `credential-${(credentials += 1)}`);
		publication.change({ credentials: { getSmileApi } });
	};
}

/** A test whose publishing fails gets no trigger that it could close. */
async function activateOrClose(trigger: PublishedTrigger): Promise<void> {
	try {
		await trigger.activate();
	} catch (error) {
		await trigger.close();
		throw error;
	}
}
