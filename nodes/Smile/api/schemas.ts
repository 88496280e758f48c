import { z } from 'zod/v4';

/** Every answer of Smile; `data` is missing after a deletion. */
export const answerEnvelope = z.object({
	code: z.string(),
	message: z.string().optional(),
	requestId: z.string().optional(),
	data: z.unknown().optional(),
});

/** A page of a list. The last one has a null, missing or empty cursor; a number is as good as its text. */
export const page = z.object({
	nextCursor: z.union([z.string(), z.number().transform(String)]).nullish(),
	items: z.array(z.unknown()),
});

/**
 * A webhook as Smile returns it. Only what identifies it is demanded: one that could not be read would be
 * registered again at each activation. Smile echoes the secret in clear, but its schema does not promise so.
 * Fields that Smile adds later are kept.
 */
export const webhook = z.looseObject({
	id: z.string().min(1).meta({ description: 'Id of the webhook at Smile' }),
	name: z.string().nullish().meta({ description: 'Name shown in the Smile portal' }),
	url: z.string().meta({ description: 'Address Smile delivers to' }),
	eventTypes: z.array(z.string()).catch([]).meta({ description: 'Event types that are delivered' }),
	active: z.boolean().nullish().meta({ description: 'Whether Smile delivers to it' }),
	includePayload: z
		.boolean()
		.nullish()
		.meta({ description: 'Whether finished tasks carry their data' }),
	secret: z.string().nullish(),
	createdAt: z.string().nullish().meta({ description: 'When it was created' }),
	updatedAt: z.string().nullish().meta({ description: 'When it was last changed' }),
});

export type SmileWebhook = z.infer<typeof webhook>;
