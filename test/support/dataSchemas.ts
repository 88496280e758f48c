import { z } from 'zod/v4';

import type { smileResources } from '../../nodes/Smile/actions/smileResources';
import * as records from '../../nodes/Smile/events/records';

export const text = (description: string) => z.string().meta({ description });
const flag = (description: string) => z.boolean().meta({ description });
export const when = (what: string) => text(`When ${what}, in UTC`);
export const id = text('Id at Smile');
export const userId = text('Id of the user');

const metadata = z.object({
	createdAt: when('the account or archive was made'),
	itemCreatedAt: when('this record was stored'),
	sourceId: text('Account or archive that it comes from'),
	sourceType: text('ACCOUNT, UPLOAD, ARCHIVE or SOCIAL_SECURITY'),
	userId,
	providerId: text('Data provider'),
});

const state = { errorCode: text('Reason, as a code'), errorMessage: text('Reason in words') };

const account = z.object({
	id,
	createdAt: when('linking began'),
	providerId: text('Data provider'),
	userId,
	connectionStatus: text('PENDING, AWAITING_MFA, ERROR, CONNECTED or DISCONNECTED'),
	connection: z.object({ status: text('The same'), ...state, updatedAt: when('that changed') }),
	monitorStatus: text('ACTIVE, USER_ACTION_REQUIRED, UNSUPPORTED or CUSTOMER_DISABLED'),
	monitor: z.object({ status: text('The same'), updatedAt: when('that changed') }),
});

const archive = z.object({
	id,
	createdAt: when('it was uploaded'),
	userId,
	type: text('Kind of file, such as PAYSLIP'),
	state: z.object({
		status: text('STARTED, ANALYZED, UNSUPPORTED, ERROR or REVOKED'),
		...state,
		updatedAt: when('that changed'),
	}),
	rawFiles: z.array(z.object({ name: text('Name of the file'), url: text('Address of the file') })),
});

const invite = z.object({
	id,
	userId,
	fullName: text('Full name'),
	email: text('E-mail address'),
	status: text('INVITED, EMAIL_OPENED, LANDING_PAGE_OPENED, WINK_WIDGET_OPENED, LINKED or REVOKED'),
	createdAt: when('it was made'),
	updatedAt: when('it was last changed'),
	invitedAt: when('it was sent'),
	linkedAt: when('an account was linked'),
	templateId: text('Template of the invite'),
	inviteLandingPageUrl: text('Page that the e-mail leads to; whoever has it can link accounts'),
});

const provider = z.object({
	id,
	name: text('Name'),
	longName: text('Full name'),
	type: text('GIG, GOVERNMENT, SYSTEM, EMPLOYER or CREDENTIAL'),
	subType: text('Closer kind of provider'),
	active: flag('Whether the provider is active'),
	enabled: flag('Whether it is enabled for you'),
	accountConnection: flag('Whether accounts can be linked at it'),
	supported: z.array(z.string()).meta({ description: 'Kinds of data that it has' }),
});

const task = z.object({
	id,
	type: text('LINK_ACCOUNT, ANALYZE_ARCHIVE, CLASSIFY_ARCHIVE or UPDATE_ACCOUNT'),
	startedAt: when('it began'),
	finishedAt: when('it ended'),
	status: text('Started or Finished'),
	datapoints: z.array(z.string()).meta({ description: 'Kinds of data that it read' }),
	metadata,
});

const user = z.object({
	id,
	externalMetadata: z.object({}).meta({ description: 'Your own fields' }),
	createdAt: when('the user was created'),
	session: z.object({ userId, status: text('IN_PROGRESS, COMPLETED or REVOKED') }),
});

const ofSource = (record: z.ZodObject) => record.extend({ metadata });

/** What the records behind events hold, as far as the previews in the editor tell it. */
export const dataSchemas = {
	account,
	archive,
	contribution: ofSource(records.contribution()),
	document: ofSource(records.document()),
	employment: ofSource(records.employment()),
	estimatedIncome: ofSource(records.estimatedIncome()),
	identity: ofSource(records.identity()),
	income: ofSource(records.income()),
	insight: ofSource(records.insight()),
	invite,
	liability: ofSource(records.liability()),
	link: ofSource(records.link()),
	provider,
	rating: ofSource(records.rating()),
	task,
	transaction: ofSource(records.transaction()),
	user,
} satisfies Partial<Record<keyof typeof smileResources, z.ZodObject>>;
