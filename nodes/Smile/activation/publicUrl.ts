import type { INode } from 'n8n-workflow';

/** Smile's limit for the address of a webhook, in characters. */
const LONGEST_URL = 500;

/** What is wrong with the address n8n would register at Smile; undefined when nothing is. */
export function problemWithUrl(url: string): string | undefined {
	if (!url.toLowerCase().startsWith('https://')) {
		return `Smile delivers to https addresses only, but n8n would register ${url}. Set the environment variable N8N_WEBHOOK_URL (older n8n: WEBHOOK_URL) to the public https address of this n8n, restart it, then try again`;
	}
	if (url.length > LONGEST_URL) {
		return `Smile accepts webhook addresses of at most ${LONGEST_URL} characters, but n8n would register one of ${url.length}. Set N8N_WEBHOOK_URL (older n8n: WEBHOOK_URL) to a shorter address, restart n8n, then try again`;
	}
	return undefined;
}

/**
 * Why n8n would answer 404 at the address of this node; undefined when it answers. Without a webhook id n8n
 * makes the address of the node's name and encodes it (getNodeWebhookPath of n8n-workflow), but looks a
 * delivery's path up decoded: a name such as "Smile Trigger" is not found. The editor and the API of n8n 2 give
 * every trigger an id; the command import:workflow and the API of n8n 1 do not.
 */
export function problemWithPath({
	name,
	webhookId,
}: Pick<INode, 'name' | 'webhookId'>): string | undefined {
	const inPath = name.toLowerCase();
	if (webhookId !== undefined || encodeURIComponent(inPath) === inPath) return undefined;
	return `n8n would answer no event: this workflow was imported without an id for the webhook of "${name}", and an address made of that name, with its spaces or special characters, is one that n8n does not find. Add the trigger anew in the editor, or name it SmileTrigger, then try again`;
}
