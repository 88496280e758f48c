import type { JsonObject } from '../shared/jsonObject';
import { missedEvent, type MissedEvent } from './missedEvent';
import { originOf } from './origin';

const OUTCOME = ['data.status', 'data.errorCode', 'data.payload'];

/** What happened to a task; good fidelity, but Smile does not tell whether it succeeded. */
export function fromTask(task: JsonObject): MissedEvent[] {
	const { id: objectId, type: taskType, startedAt, finishedAt } = task;
	const source = sourceOf(task);
	const events = [
		missedEvent({
			type: 'TASK_STARTED',
			objectId,
			createdAt: String(startedAt),
			data: { ...source, taskType },
		}),
	];
	if (!finishedAt) return events;

	const createdAt = String(finishedAt);
	const ended = { ...source, datapoints: task.datapoints ?? [] };
	events.push(
		missedEvent({
			type: 'TASK_FINISHED',
			objectId,
			createdAt,
			data: { ...ended, taskType },
			notRecovered: OUTCOME,
		}),
	);
	if (taskType === 'UPDATE_ACCOUNT') events.push(refresh(objectId, createdAt, ended));
	return events;
}

function refresh(objectId: unknown, createdAt: string, data: JsonObject): MissedEvent {
	return missedEvent({
		type: 'ACCOUNT_SYNC_TASK_FINISHED',
		objectId,
		createdAt,
		data,
		notRecovered: [
			'data.status',
			'data.monitorStatus',
			'data.payload',
			'Whether Smile sent it: that every task UPDATE_ACCOUNT is a refresh is not documented',
		],
	});
}

/** The fields that events about an account, an archive or a record share. */
function sourceOf(task: JsonObject): JsonObject {
	const origin = originOf(task);
	return { ...origin, sourceType: origin.sourceType ?? null };
}
