import { z } from 'zod/v4';

import { datapoints as datapointTable } from './datapoints';
import { oneOf, recordStatuses, sourceTypes, taskStatuses } from './values';

/*
 * Fields that several events share. Smile's enums are open (a new value is no breaking change for
 * Smile), so they are strings whose description lists the values known today.
 *
 * Each field is a function: building all schemas takes 50 to 100 ms, which n8n would spend at each
 * start although a running workflow needs the schemas of a few events only.
 */

/** Gives a schema its meaning and an invented example; zod's `meta()` would clone the schema. */
export function described<T extends z.ZodType>(schema: T, description: string, example: unknown) {
	z.globalRegistry.add(schema, { description, example });
	return schema;
}

/** A required text field with what it means and an invented example. */
export function text(description: string, example: string) {
	return described(z.string(), description, example);
}

/** A point in time in UTC, as Smile writes it: 2026-03-04T05:06:07Z. */
export function instant(description: string, example = '2026-03-04T05:06:07Z') {
	return text(`${description}, in UTC`, example);
}

/** What surrounds the data of every event. */
export const envelopeFields = () => ({
	id: text(
		'Id of the event, the same in each repeated delivery',
		'et-0b5c7d9e1f3a4b6c8d0e2f4a6b8c0d1e',
	),
	version: described(z.number(), 'Major version of the event format', 1),
	type: text('Event type', 'ACCOUNT_CONNECTED'),
	createdAt: instant('When Smile made the event'),
});

export const userId = () => text('Smile user', 'acme-4d1f0c7a92be4f63a8e5d07c1b39f264');
const accountId = () => text('Linked account', 'a-81c6e2f04b7d4a95b3d8607e5f1a2c9d');
const archiveId = () => text('Set of uploaded files', 'archive-2f9b6d3c1e0847a5a6c4d8e7f0b1a392');
const inviteId = () => text('Invitation', 'iv-6e1d4c2b9a8f47038c5b7d6e0f1a2b3c');
export const identityId = () => text('Identity record', 'i-90d3c5b7e1f24a68b0c2d4e6f8a1b3c5');
export const ratingId = () => text('Rating record', 'r-17a9c3e5b7d94f1ba2c4e6d8f0b2a4c6');
export const verificationId = () =>
	text('Verification request', 'ver-3c5e7a9b1d2f4e6890a1b2c3d4e5f607');
export const recordId = () => text('Requested record', 'ss-5b7d9f1a3c4e4062a4b6c8d0e2f4a6b8');

const sourceId = () =>
	text(
		'Where the data comes from: an account or an archive, see sourceType',
		'a-81c6e2f04b7d4a95b3d8607e5f1a2c9d',
	);
const sourceType = () =>
	described(z.string().nullable(), `What sourceId points at: ${oneOf(sourceTypes)}`, 'ACCOUNT');

const providers = () =>
	described(z.array(z.string()), 'Data providers behind the account', ['acme_payroll_ph']);
export const loginName = () =>
	text('Name the person signed in with at the provider', 'maria.santos');

export const count = () => described(z.int(), 'Number of records', 3);
export const updatedFrom = () => instant('Start of the changed range', '2026-01-01T00:00:00Z');
export const updatedTo = () => instant('End of the changed range', '2026-02-28T00:00:00Z');
export const updatedAt = () => instant('When the change was stored');

/** Ids of changed records; the prefix of an id tells the kind of record. */
export function updatedIds(example: string) {
	return described(z.array(z.string()), 'Ids of the changed records', [example]);
}

export const taskType = () =>
	text(
		'Kind of task: LINK_ACCOUNT, UPDATE_ACCOUNT, ANALYZE_ARCHIVE or CLASSIFY_ARCHIVE',
		'LINK_ACCOUNT',
	);
export const taskStatus = () =>
	text(`Outcome of the task: ${oneOf(taskStatuses)}`, taskStatuses[0]);
export const datapoints = () =>
	described(
		z.array(z.string()),
		`Kinds of data that were stored: ${oneOf(Object.keys(datapointTable))}`,
		['IDENTITIES', 'EMPLOYMENTS', 'INCOMES'],
	);
export const taskError = () =>
	described(z.string().nullish(), 'Reason, when the task failed', null);
export const monitorStatus = () =>
	text(
		'State of the refresh: ACTIVE, USER_ACTION_REQUIRED, UNSUPPORTED or CUSTOMER_DISABLED',
		'ACTIVE',
	);

export const accountError = () =>
	text(
		'Reason: ACCOUNT_DISABLED, ACCOUNT_INACCESSIBLE, ACCOUNT_INCOMPLETE, ACCOUNT_LOCKED, AUTH_REQUIRED, EXPIRED_CREDENTIALS, INVALID_ACCOUNT_TYPE, INVALID_AUTH, INVALID_CREDENTIALS, INVALID_MFA, MFA_TIMEOUT, SERVICE_UNAVAILABLE, SYSTEM_ERROR, TOS_REQUIRED, UNSUPPORTED_AUTH_TYPE or UNSUPPORTED_MFA_METHOD',
		'INVALID_CREDENTIALS',
	);
export const archiveError = () =>
	text(
		'Reason: MISSING_MANDATORY_FIELD, INVALID_FIELD_FORMAT, FILE_UNABLE_TO_RECOGNIZE or SYSTEM_ERROR',
		'MISSING_MANDATORY_FIELD',
	);

export const recordType = () => text('Kind of record: SOCIAL_SECURITY', 'SOCIAL_SECURITY');
export const recordStatus = () => text(`Outcome: ${oneOf(recordStatuses)}`, recordStatuses[0]);
export const recordResult = () =>
	text('Result code: SUCCESS, NO_DATA, SYSTEM_ERROR or SERVICE_UNAVAILABLE', 'SUCCESS');

/** What the data of every event about an account, a source, an archive or an invitation holds. */
export const ofAccount = () => ({
	userId: userId(),
	accountId: accountId(),
	providers: providers(),
});
export const ofSource = () => ({
	userId: userId(),
	sourceId: sourceId(),
	sourceType: sourceType(),
	providers: providers(),
});
export const ofArchive = () => ({ userId: userId(), archiveId: archiveId() });
export const ofInvite = () => ({ userId: userId(), inviteId: inviteId() });
