import type { SmileResource } from './resource';
import { account } from './resources/account';
import { archive } from './resources/archive';
import { blacklist } from './resources/blacklist';
import { consentTemplate } from './resources/consentTemplate';
import { contribution } from './resources/contribution';
import { document } from './resources/document';
import { employer } from './resources/employer';
import { employment } from './resources/employment';
import { estimatedIncome } from './resources/estimatedIncome';
import { fileType } from './resources/fileType';
import { footprint } from './resources/footprint';
import { form } from './resources/form';
import { identity } from './resources/identity';
import { income } from './resources/income';
import { insight } from './resources/insight';
import { invite } from './resources/invite';
import { inviteTemplate } from './resources/inviteTemplate';
import { liability } from './resources/liability';
import { link } from './resources/link';
import { maw } from './resources/maw';
import { payslip } from './resources/payslip';
import { provider } from './resources/provider';
import { rating } from './resources/rating';
import { signal } from './resources/signal';
import { socialSecurity } from './resources/socialSecurity';
import { task } from './resources/task';
import { transaction } from './resources/transaction';
import { user } from './resources/user';
import { validation } from './resources/validation';
import { verification } from './resources/verification';

/** Every resource that a file of `resources/` describes, by its stable value. */
export const smileResources = {
	account,
	archive,
	blacklist,
	consentTemplate,
	contribution,
	document,
	employer,
	employment,
	estimatedIncome,
	fileType,
	footprint,
	form,
	identity,
	income,
	insight,
	invite,
	inviteTemplate,
	liability,
	link,
	maw,
	payslip,
	provider,
	rating,
	signal,
	socialSecurity,
	task,
	transaction,
	user,
	validation,
	verification,
} as const satisfies Record<string, SmileResource>;
