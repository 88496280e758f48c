import type { Question } from './question';
import { accessQuestions } from './questions/access';
import { accountQuestions } from './questions/accounts';
import { archiveQuestions } from './questions/archives';
import { deliveryQuestions } from './questions/deliveries';
import { eventQuestions } from './questions/events';
import { listQuestions } from './questions/lists';
import { peopleQuestions } from './questions/people';
import { retryQuestions } from './questions/retries';
import { revocationQuestions } from './questions/revocation';
import { userQuestions } from './questions/users';
import { webhookQuestions } from './questions/webhooks';

/** Every question by its group, in the order in which they are asked. Further tries take minutes: they come last. */
export const questionGroups: ReadonlyArray<{ title: string; questions: readonly Question[] }> = [
	{ title: 'Keys, limits and refusals', questions: accessQuestions },
	{ title: 'Webhooks', questions: webhookQuestions },
	{ title: 'Lists', questions: listQuestions },
	{ title: 'Deliveries', questions: deliveryQuestions },
	{ title: 'Users', questions: userQuestions },
	{ title: 'Events', questions: eventQuestions },
	{ title: 'Archives', questions: archiveQuestions },
	{ title: 'Revocation', questions: revocationQuestions },
	{ title: 'Accounts', questions: accountQuestions },
	{ title: 'Invites and queries', questions: peopleQuestions },
	{ title: 'Further tries', questions: retryQuestions },
];

export const questions: readonly Question[] = questionGroups.flatMap((group) => group.questions);
