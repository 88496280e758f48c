import { LONGEST_WEBHOOK_URL } from '../api/limits';
import { isHttps } from '../api/webhookUrl';

/** What is wrong with the address n8n would register at Smile; undefined when nothing is. */
export function problemWithUrl(url: string): string | undefined {
	if (!isHttps(url)) {
		// Its beginning says enough: n8n's message in the corner of the editor has little room.
		const beginning = url.split('/', 3).join('/');
		return `Smile delivers to https addresses only, but n8n would register one at ${beginning}. Set N8N_WEBHOOK_URL (older n8n: WEBHOOK_URL) to the public https address of this n8n, restart it, then try again. To try the workflow without one, add the option Sample Event in Test Runs and choose Execute step`;
	}
	if (url.length > LONGEST_WEBHOOK_URL) {
		return `Smile accepts webhook addresses of at most ${LONGEST_WEBHOOK_URL} characters, but n8n would register one of ${url.length}. Set N8N_WEBHOOK_URL (older n8n: WEBHOOK_URL) to a shorter address, restart n8n, then try again`;
	}
	return undefined;
}
