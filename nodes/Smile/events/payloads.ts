import { z } from 'zod/v4';

import { described, text, userId } from './fields';
import * as records from './records';

/** One page of records; Smile embeds at most 300 of each kind and leaves the rest to its API. */
function page<T extends z.ZodType>(items: T) {
	const nextCursor = described(
		z.string().nullish(),
		'Set when Smile holds more records than it embedded',
		null,
	);
	return z.object({ nextCursor, items: z.array(items) }).nullish();
}

/** All data of one account or archive; a kind of data that the source lacks is null. */
export const datapointPayload = () =>
	z.object({
		identity: records.identity().nullish(),
		rating: records.rating().nullish(),
		documents: page(records.document()),
		incomes: page(records.income()),
		transactions: page(records.transaction()),
		employments: page(records.employment()),
		contributions: page(records.contribution()),
		liabilities: page(records.liability()),
		eincomes: page(records.estimatedIncome()),
		links: page(records.link()),
		insight: records.insight().nullish(),
	});

export const session = () =>
	z.object({
		userId: userId(),
		channel: text('Where the session runs: WinkSite or Default', 'WinkSite').optional(),
		channelId: text('Id of the site', 'site-4b6d8f0a2c3e4175b9d1f3a5c7e9b0d2').optional(),
		status: text('IN_PROGRESS, COMPLETED or REVOKED', 'COMPLETED'),
	});

/** Everything that a person handed over in one session on a site. */
export const sessionPayload = () =>
	z.object({
		metadata: session().nullish(),
		forms: z
			.array(
				z.object({
					id: text('Form', 'form-2c4e6a8b0d1f4395b7c9e1d3f5a7b9c1').nullish(),
					name: text('Name of the form', 'Loan application').nullish(),
					data: described(z.record(z.string(), z.unknown()).nullish(), 'Answers', {
						purpose: 'Tuition',
					}),
				}),
			)
			.nullish(),
		accounts: z
			.array(
				z.object({
					id: text('Linked account', 'a-81c6e2f04b7d4a95b3d8607e5f1a2c9d').nullish(),
					providerId: text('Data provider', 'acme_payroll_ph').nullish(),
					payload: datapointPayload().nullish(),
				}),
			)
			.nullish(),
		archives: z
			.array(
				z.object({
					id: text('Set of uploaded files', 'archive-2f9b6d3c1e0847a5a6c4d8e7f0b1a392').nullish(),
					fileType: text('Kind of file', 'PAYSLIP').nullish(),
					payload: datapointPayload().nullish(),
				}),
			)
			.nullish(),
	});
