import { contentOf } from '../data/content';
import { personOf } from '../data/invented';
import { pagedLists } from '../data/payload';
import { payslipOf } from '../data/payslip';
import type { Origin, SmileRecord } from '../data/shelves';
import type { Office } from '../office';
import { newId } from './newId';
import type { Body } from './rules';

type Outcome = 'ANALYZED' | 'UNSUPPORTED' | 'ERROR';

interface Job {
	archive: SmileRecord;
	taskType: 'ANALYZE_ARCHIVE' | 'CLASSIFY_ARCHIVE';
	outcome: Outcome;
}

const failure = { errorCode: 'INVALID_FIELD_FORMAT', errorMessage: 'A date cannot be read' };

/** Begins the work on an archive; how long it takes is up to `progress`. */
export function analyse(office: Office, job: Job): void {
	const { store, announcer, clock, progress } = office;
	const { archive, taskType } = job;
	const { origin, task } = partsOf(job);
	announcer.tell('ARCHIVE_STARTED', { userId: archive.userId, archiveId: archive.id });
	const { id } = store.add('tasks', {
		id: newId('task-'),
		type: taskType,
		startedAt: clock.time(),
		status: 'Started',
		datapoints: [],
		metadata: { ...origin, itemCreatedAt: clock.time() },
	});
	announcer.tell('TASK_STARTED', task);
	progress.begin(archive.id, () => end(office, job, id));
}

function end(office: Office, job: Job, taskId: string): void {
	const { store, announcer, clock } = office;
	const { archive, outcome } = job;
	const { origin, task } = partsOf(job);
	const updatedAt = clock.time();
	const none = { errorCode: null, errorMessage: null };
	const state = { status: outcome, ...(outcome === 'ERROR' ? failure : none), updatedAt };
	const isRead = outcome === 'ANALYZED';
	store.change('archives', archive.id, { state, ...(isRead ? readingOf(office, job) : {}) });
	const datapoints = isRead ? ['INCOMES'] : [];
	if (isRead) addIncome(office, { ...origin, itemCreatedAt: updatedAt });
	store.change('tasks', taskId, { finishedAt: updatedAt, status: 'Finished', datapoints });
	// The documents name no event for a file that Smile does not support.
	if (outcome === 'UNSUPPORTED') return;
	announcer.tell('TASK_FINISHED', {
		...task,
		status: isRead ? 'SUCCEEDED' : 'FAILED',
		errorCode: null,
		datapoints,
		payload: pagedLists(store, archive.id),
	});
	const about = { userId: archive.userId, archiveId: archive.id };
	if (isRead) announcer.tell('ARCHIVE_ANALYZED', about);
	else announcer.tell('ARCHIVE_FAILED', { ...about, ...failure });
}

/** What was read from the file. */
function readingOf({ store }: Office, { archive, taskType }: Job): Body {
	const fileType = archive.type === 'OTHERS' ? store.uploads.classifiedAs : String(archive.type);
	const isPayslip = fileType === 'PAYSLIP';
	const said = isPayslip ? payslipOf(store.all('archives').length) : {};
	const analysis = isPayslip ? { ...said, ...store.uploads.misread } : {};
	return {
		type: fileType,
		...(taskType === 'CLASSIFY_ARCHIVE' ? { classification: { fileType } } : {}),
		extraction: { fileType, analysis },
	};
}

function addIncome({ store }: Office, metadata: Origin): void {
	const number = store.all('incomes').length;
	const content = contentOf('incomes', number, personOf(number));
	store.add('incomes', { ...content, id: newId('inc-'), metadata });
}

function partsOf({ archive, taskType }: Job) {
	const userId = String(archive.userId);
	const source = { sourceId: archive.id, sourceType: 'ARCHIVE' as const };
	const providerId = String(archive.providerId);
	const origin = { ...source, createdAt: String(archive.createdAt), userId, providerId };
	return { origin, task: { userId, ...source, taskType, providers: [providerId] } };
}
