import { contentOf } from './content';
import type { Diary } from './diary';
import { idOf } from './invented';
import { payslipOf } from './payslip';

export type ArchiveEnd = 'analyzed' | 'failed' | 'revoked';

const providerId = 'user-provided';

/** Uploads a payslip; an analysed one leads to one income. */
export function uploadArchive(diary: Diary, end: ArchiveEnd): string {
	const { store, person } = diary;
	const id = idOf('archive-', 'archive', person.number);
	const failed = end === 'failed';
	const error = { errorCode: 'INVALID_FIELD_FORMAT', errorMessage: 'A date cannot be read' };
	store.add('archives', {
		id,
		createdAt: diary.at(0.65),
		providerId,
		userId: person.userId,
		type: 'PAYSLIP',
		state: failed
			? { status: 'ERROR', ...error, updatedAt: diary.at(0.75) }
			: { status: 'ANALYZED', errorCode: null, errorMessage: null, updatedAt: diary.at(0.75) },
		rawFiles: [
			{
				id: idOf('file-', 'file', person.number),
				createdAt: diary.at(0.65),
				name: 'payslip.pdf',
				subType: null,
				size: 20,
				format: 'PDF',
				url: store.shelf.urlOf(`/invented/${id}/payslip-${person.number}.pdf`),
			},
		],
		...(failed ? {} : { extraction: { fileType: 'PAYSLIP', analysis: payslipOf(person.number) } }),
	});
	diary.tell('ARCHIVE_STARTED', 0.65, { archiveId: id });
	analyse(diary, id, failed);

	const outcome = failed ? 'ARCHIVE_FAILED' : 'ARCHIVE_ANALYZED';
	diary.tell(outcome, 0.75, { archiveId: id, ...(failed ? error : {}) });
	if (end === 'revoked') {
		diary.tell('ARCHIVE_REVOKED', 0.85, { archiveId: id });
		store.revoke(id, { at: new Date(diary.at(0.85)) });
	}
	return id;
}

function analyse(diary: Diary, archiveId: string, failed: boolean): void {
	const { store, person } = diary;
	const source = { sourceId: archiveId, sourceType: 'ARCHIVE' as const };
	const origin = { ...source, createdAt: diary.at(0.65), userId: person.userId, providerId };
	const datapoints = failed ? [] : ['INCOMES'];
	const task = { ...source, taskType: 'ANALYZE_ARCHIVE', providers: [providerId] };
	store.add('tasks', {
		id: idOf('task-', 'analyse', person.number),
		type: 'ANALYZE_ARCHIVE',
		startedAt: diary.at(0.68),
		finishedAt: diary.at(0.76),
		status: 'Finished',
		datapoints,
		metadata: { ...origin, itemCreatedAt: diary.at(0.68) },
	});
	diary.tell('TASK_STARTED', 0.68, task);
	if (!failed) {
		const metadata = { ...origin, itemCreatedAt: diary.at(0.74) };
		store.add('incomes', { ...contentOf('incomes', person.number * 10 + 9, person), metadata });
	}
	const status = failed ? 'FAILED' : 'SUCCEEDED';
	diary.tell('TASK_FINISHED', 0.76, { ...task, status, errorCode: null, datapoints });
}
