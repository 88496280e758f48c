import { z } from 'zod/v4';

import { catalogue } from '../../nodes/Smile/events/catalogue';
import { envelopeFields } from '../../nodes/Smile/events/fields';
import { rebuildable } from '../../nodes/Smile/recover/rebuildable';
import { dataSchemas } from './dataSchemas';
import { cutBelow, merged, previewOf, type PreviewSchema } from './previewSchema';

const text = (description: string) => z.string().meta({ description });
const flag = (description: string) => z.boolean().meta({ description });

const sentTest = z.object({
	status: z.number().meta({ description: 'Status of the answer, such as 200' }),
	answer: z.object({
		status: text('accepted, ignored or rejected, where a Smile Trigger answers'),
	}),
	durationMs: z.number().meta({ description: 'Milliseconds until the answer' }),
	eventId: text('Id of the event that was sent'),
	eventType: text('Type of the event that was sent'),
	url: text('Where it was sent'),
	hint: text('What would differ in a delivery of Smile, where something would'),
});

const verified = z.object({
	valid: flag('Whether the event comes from Smile unchanged'),
	reason: text('Why it does not, where it does not'),
});

/** Records are shown without what lies inside their parts: all kinds in one are long enough. */
const RECORD_LEVELS = 2;

/** Previews of the operations on events by `event/<operation>`; what depends on the type of event shows all types in one. */
export function eventPreviews(): Record<string, PreviewSchema> {
	return {
		'event/getData': dataOfEvent(),
		'event/getMissed': missedEvent(),
		'event/sendTest': previewOf(sentTest),
		'event/verify': previewOf(verified),
	};
}

function dataOfEvent(): PreviewSchema {
	const preview = previewOf(
		z.object({
			eventId: text('Id of the event'),
			eventType: text('Type of the event'),
			datapoint: text('Kind of data that the record is, such as incomes'),
			record: z.object({}),
			sourceId: text('Account, archive or form, of a record that does not name it itself'),
			gone: flag('True where Smile no longer holds the data; record is null then'),
			reason: text('Why there is no record, where there is none'),
			recordId: text('Which of several records is missing'),
		}),
	);
	// The editor shows fields in this order: first those that most workflows are about.
	const { income, employment, ...others } = dataSchemas;
	const record = [income, employment, ...Object.values(others)].map(previewOf).reduce(merged);
	return {
		...preview,
		properties: { ...preview.properties, record: cutBelow(RECORD_LEVELS, record) },
	};
}

function missedEvent(): PreviewSchema {
	const preview = previewOf(
		z.object({
			...envelopeFields(),
			data: z.object({}),
			reconstructed: flag('Always true: rebuilt, not delivered'),
			notRecovered: z
				.array(z.string())
				.meta({ description: 'What the traces at Smile do not tell' }),
			incomplete: flag('Only of a last item without id and type: not everything could be read'),
			notRead: z
				.array(
					z.object({
						source: text('What could not be read, such as invites'),
						sourceId: text('Account whose list it is, or invite whose log'),
						reason: text('Why'),
					}),
				)
				.meta({ description: 'What could not be read, and why' }),
		}),
	);
	const data = Object.entries(catalogue)
		.filter(([type]) => rebuildable.has(type))
		.map(([, entry]) => previewOf(entry.data()))
		.reduce(merged);
	return { ...preview, properties: { ...preview.properties, data: cutBelow(RECORD_LEVELS, data) } };
}
