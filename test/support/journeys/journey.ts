import type { IDataObject, INode } from 'n8n-workflow';

import type { Credential, Execution, Workflow } from '../n8n/types';
import { borrowN8nWorld, type N8nWorld } from '../n8n/world';
import { callOnce } from '../n8n/callOnce';
import { startMailServer, type MailServer } from './mailServer';

/** Who gets what a workflow tells the people who run it. */
export const office = 'office@lender.example';

/** Who may fill in the forms that are not for everybody. */
export const staff = { user: 'staff', password: 'dummy-password' };

const credentialOf: Record<string, string> = {
	'n8n-nodes-smile.smile': 'getSmileApi',
	'n8n-nodes-smile.smileTrigger': 'getSmileApi',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.n8n': 'n8nApi',
	'n8n-nodes-base.emailReadImap': 'imap',
};

/** A real n8n behind https, a simulated Smile and a mail server, for the ready-made workflows. */
export interface Journeys {
	world: N8nWorld;
	mail: MailServer;
	/** Adds a credential that the nodes of its type get. */
	addCredential(type: string, data: IDataObject): Promise<void>;
	/** Imports a file as it is; filled in is only what a person chooses in the editor as well. */
	load(file: IDataObject, fill?: (node: INode) => void): Promise<Workflow>;
	/** The same, and published. */
	publish(file: IDataObject, fill?: (node: INode) => void): Promise<Workflow>;
	/** Runs a workflow from one of its triggers that needs no event, as its button does. */
	run(workflow: Workflow, trigger: string): Promise<Execution>;
	/** The address of a path at n8n. */
	url(path: string): string;
	/** The link in the newest e-mail to somebody, as it is reached on this machine. */
	linkTo(address: string): string;
	/** Where workflows may write files. */
	files: string;
	close(): Promise<void>;
}

/** With an n8n that other test files use as well; whoever starts the journeys closes them. */
export async function startJourneys(): Promise<Journeys> {
	const world = await borrowN8nWorld();
	const mail = await startMailServer();
	const credentials: Record<string, Credential> = { getSmileApi: world.credential };

	const load: Journeys['load'] = async (file, fill) => {
		const nodes = structuredClone(file.nodes) as INode[];
		for (const node of nodes) {
			choose(node, credentials);
			fill?.(node);
		}
		const { connections, settings } = file as { connections: IDataObject; settings: IDataObject };
		return await world.rest.createWorkflow({
			name: String(file.name),
			nodes,
			connections,
			settings,
		});
	};

	const journeys: Journeys = {
		world,
		files: world.files,
		mail,
		load,
		async addCredential(type, data) {
			credentials[type] = await world.rest.createCredential({ name: type, type, data });
		},
		async publish(file, fill) {
			const workflow = await load(file, fill);
			await world.rest.activate(workflow);
			return workflow;
		},
		async run({ id }, trigger) {
			const started = await world.rest.runManually(id, trigger);
			if (!('executionId' in started)) throw new Error('n8n waits for a webhook in a manual run');
			return await world.rest.finishedExecution(started.executionId, 60_000);
		},
		url: (path) => world.n8n.origin + path,
		linkTo(address) {
			const [link = ''] = /https:\S+/.exec(mail.to(address).at(-1)?.text ?? '') ?? [];
			return link.replace(world.n8n.publicUrl, world.n8n.origin);
		},
		async close() {
			await world.close();
			await mail.close();
		},
	};
	const smtp = { host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true };
	await journeys.addCredential('httpBasicAuth', { ...staff });
	await journeys.addCredential('smtp', { user: '', password: '', hostName: '', ...smtp });
	return journeys;
}

/** Picks the credential of a node, and the addresses of an e-mail. */
export function choose(node: INode, credentials: Record<string, Credential>): void {
	const isClosedForm = node.parameters.authentication === 'basicAuth';
	const type = isClosedForm ? 'httpBasicAuth' : credentialOf[node.type];
	if (!type) return;
	const credential = credentials[type];
	if (credential) node.credentials = { [type]: { id: credential.id, name: credential.name } };
	if (type !== 'smtp') return;
	if (node.parameters.fromEmail === '') node.parameters.fromEmail = office;
	if (node.parameters.toEmail === '') node.parameters.toEmail = office;
}

/** The address that n8n gives a form or webhook of a file. */
export function webhookIdOf(file: IDataObject, name: string): string {
	const found = (file.nodes as INode[]).find((node) => node.name === name);
	if (!found?.webhookId) throw new Error(`The file has no ${name} with an address`);
	return found.webhookId;
}

/** Fills in a form as the browser of a member of staff sends it; a list is what was ticked. */
export async function submit(url: string, fields: Array<string | string[]>): Promise<Response> {
	const login = Buffer.from(`${staff.user}:${staff.password}`).toString('base64');
	const form = new FormData();
	fields.forEach((value, index) =>
		form.append(`field-${index}`, Array.isArray(value) ? JSON.stringify(value) : value),
	);
	return await callOnce(url, {
		method: 'POST',
		body: form,
		headers: { authorization: `Basic ${login}` },
	});
}
