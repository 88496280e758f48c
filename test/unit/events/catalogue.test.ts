import { z } from 'zod/v4';

import { catalogue, type EventEntry } from '../../../nodes/Smile/events/catalogue';
import { type SmileEventType } from '../../../nodes/Smile/events/event';
import { sampleData } from '../../../nodes/Smile/events/sample';

/** Fields of `data` by Smile's OpenAPI document 1.14.0: `?` may be missing, `~` may be null. */
const documented: Record<SmileEventType, string> = {
	USER_CREATED: 'session? userId',
	ACCOUNT_CREATED: 'accountId providers userId',
	ACCOUNT_CONNECTED: 'accountId loginName providers userId',
	ACCOUNT_DISCONNECTED: 'accountId providers userId',
	ACCOUNT_FAILED: 'accountId errorCode errorMessage loginName providers userId',
	TASK_STARTED: 'providers sourceId sourceType~ taskType userId',
	TASK_FINISHED:
		'datapoints errorCode?~ payload?~ providers sourceId sourceType~ status? taskType? userId',
	ACCOUNT_SYNC_TASK_FINISHED:
		'datapoints monitorStatus payload?~ providers sourceId sourceType~ status userId',
	ARCHIVE_STARTED: 'archiveId userId',
	ARCHIVE_ANALYZED: 'archiveId userId',
	ARCHIVE_REVOKED: 'archiveId userId',
	ARCHIVE_FAILED: 'archiveId errorCode errorMessage userId',
	INVITE_INVITED: 'inviteId userId',
	INVITE_LINKED: 'inviteId userId',
	IDENTITY_ADDED: 'accountId identityId providers userId',
	RATING_ADDED: 'accountId providers ratingId userId',
	TRANSACTIONS_ADDED: 'accountId count providers userId',
	DOCUMENTS_ADDED: 'accountId count providers userId',
	EMPLOYMENTS_ADDED: 'accountId count providers userId',
	INCOMES_ADDED: 'accountId count providers userId',
	CONTRIBUTIONS_ADDED: 'accountId count providers userId',
	EINCOMES_ADDED: 'accountId count providers userId',
	LIABILITIES_ADDED: 'accountId count providers userId',
	INCOMES_UPDATED: 'accountId count providers updatedAt updatedFrom updatedTo userId',
	CONTRIBUTIONS_UPDATED: 'accountId count providers updatedAt updatedFrom updatedTo userId',
	EINCOMES_UPDATED: 'accountId count providers updatedAt updatedFrom updatedTo userId',
	DOCUMENTS_UPDATED: 'accountId count providers updatedAt updatedIds userId',
	EMPLOYMENTS_UPDATED: 'accountId count providers updatedAt updatedIds userId',
	LIABILITIES_UPDATED: 'accountId count providers updatedAt updatedIds userId',
	INSIGHT_ADDED: 'accountId id providers userId',
	LINK_ADDED: 'accountId id providers userId',
	VERIFICATION_STARTED: 'verificationId',
	VERIFICATION_COMPLETED: 'result resultCode resultMessage? verificationId',
	RECORD_CREATED: 'recordId recordType~',
	RECORD_COMPLETED: 'payload? recordId recordType resultCode? resultMessage?~ status',
	USER_SESSION_COMPLETED: 'payload session',
	USER_SESSION_RESET: 'session',
};

const types = Object.keys(documented) as SmileEventType[];
const entries = Object.entries<EventEntry>(catalogue);

/** The fields of a schema in the notation of the table above. */
function fieldsOf(schema: z.ZodObject): string {
	return Object.entries(schema.shape)
		.map(([name, field]) => {
			const optional = z.safeParse(field, undefined).success ? '?' : '';
			const nullable = z.safeParse(field, null).success ? '~' : '';
			return `${name}${optional}${nullable}`;
		})
		.sort()
		.join(' ');
}

describe('the catalogue', () => {
	it('knows the 37 event types that Smile delivers', () => {
		expect(Object.keys(catalogue).sort()).toEqual([...types].sort());
		expect(types).toHaveLength(37);
	});

	it.each(['ALL_EVENTS', 'ACCOUNT_ANALYZED'])(
		'has no row for %s, which is never delivered',
		(type) => {
			expect(catalogue).not.toHaveProperty(type);
		},
	);

	it.each(types)('describes the data of %s as Smile documents it', (type) => {
		expect(fieldsOf(catalogue[type].data())).toBe(documented[type]);
	});

	it.each(entries)('gives %s a title in Title Case that no other event has', (_type, { title }) => {
		expect(title).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+)+$/);
		expect(entries.filter(([, entry]) => entry.title === title)).toHaveLength(1);
	});

	it.each(entries)('describes %s in one sentence without a full stop', (_type, { description }) => {
		expect(description).toMatch(/^[A-Z][^.!?]+$/);
	});

	it.each(entries)('renames the inner id of %s exactly where there is one', (_type, entry) => {
		expect(entry.renamedId !== undefined).toBe('id' in entry.data().shape);
	});

	it.each(entries)(
		'names the shape of the payload of %s exactly where there is one',
		(_type, entry) => {
			expect(entry.payload !== undefined).toBe('payload' in entry.data().shape);
		},
	);

	it.each(types)('finds each value in %s that its sources of data ask for', (type) => {
		const fetch: EventEntry['fetch'] = catalogue[type].fetch;
		const asked = JSON.stringify(fetch).matchAll(/data\.([\w.]+)(?=[\])}])|data\.(\w+)\[/g);
		for (const [, path, list] of asked) {
			expect(sampleData(type)).toHaveProperty(path ?? list);
		}
		expect(fetch.length).toBeGreaterThan(0);
	});

	it.each(entries)('gives each field of %s a meaning and an example', (_type, entry) => {
		const bare = Object.entries(entry.data().shape)
			.filter(([, field]) => !isExplained(field))
			.map(([name]) => name);
		expect(bare).toEqual([]);
	});
});

/** Whether a field, or each part of an object, has a description. */
function isExplained(field: z.core.$ZodType): boolean {
	if (z.globalRegistry.get(field)?.description) return true;
	if (field instanceof z.ZodOptional || field instanceof z.ZodNullable) {
		return isExplained(field.unwrap());
	}
	if (field instanceof z.ZodArray) return isExplained(field.element);
	return field instanceof z.ZodObject && Object.values(field.shape).every(isExplained);
}
