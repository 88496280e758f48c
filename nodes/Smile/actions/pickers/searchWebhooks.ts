import { filledText } from '../../shared/textOf';
import type { PickList } from './pickList';
import { searching } from './searchList';

/** Where n8n takes what is delivered to a test run (N8N_ENDPOINT_WEBHOOK_TEST, unless somebody changes it). */
const TEST_PATH = '/webhook-test/';

const webhooks: PickList = {
	plural: 'webhooks',
	path: '/webhooks',
	nameOf({ name, url }, id) {
		const [shown, address] = [filledText(name), filledText(url)];
		const isOfTest = address.ok && address.value.includes(TEST_PATH);
		const label = `${shown.ok ? shown.value : id}${isOfTest ? ' (test run)' : ''}`;
		return address.ok ? `${label} (${address.value})` : label;
	},
};

/** The list of the field Webhook. */
export const searchWebhooks = searching(() => [webhooks]);
