import type { SmileRouter } from '../routeTable';
import type { SmileRecord } from '../data/shelves';
import { success } from '../envelope';
import type { Office } from '../office';
import { accepted, missing, refused } from './accept';
import { analyse } from './analysis';
import { isUploadable } from './fileType';
import { newId } from './newId';
import { rawFile, uploaded } from './rawFile';
import { listOf, optional, text, type Body, type Rule } from './rules';
import { isSampleFile } from './sampleFile';
import { makeUserFor } from './user';

/** The second sample sends null, for a type that Smile is to find out. */
const fileType: Rule = (value) =>
	value === null || isUploadable(value) ? undefined : 'is no type that can be uploaded';

const rawFiles = listOf(rawFile, 1);

/** Uploads of archives, and their revocation. */
export function archiveRoutes(server: SmileRouter, office: Office): void {
	const { store, switches, announcer, progress, clock } = office;

	server.post('/archives', (request) => {
		const shape = { userId: optional(text()), fileType: optional(fileType), rawFiles };
		const { userId, fileType: type, rawFiles: files } = accepted(request, shape);
		return success(upload(office, { userId, type, files: files as Body[] }));
	});

	server.post('/archives/classify', (request) => {
		const { userId, rawFiles: files } = accepted(request, { userId: optional(text()), rawFiles });
		return success(upload(office, { userId, files: files as Body[], isClassified: true }));
	});

	server.delete<{ Params: { id: string } }>('/archives/:id', ({ params }) => {
		const archive = store.find('archives', params.id);
		if (!archive || stateOf(archive) === 'REVOKED') throw missing();
		progress.drop(archive.id);
		store.revoke(archive.id, { at: clock.now(), listed: switches.revokedStaysListed });
		if (switches.eventsOfRevocation) {
			announcer.tell('ARCHIVE_REVOKED', { userId: archive.userId, archiveId: archive.id });
		}
		return success();
	});
}

export interface Upload {
	/** Of a known user; Smile makes one where none is named. */
	userId?: unknown;
	type?: unknown;
	files: Body[];
	isClassified?: boolean;
}

/** Stores an archive, begins its analysis, and returns it as it was before that. */
export function upload(office: Office, { userId, type, files, isClassified }: Upload): SmileRecord {
	const { store, clock, switches } = office;
	if (userId !== undefined && !store.find('users', String(userId))) {
		throw refused('userId is of no user');
	}
	const id = newId('archive-');
	const owner = userId === undefined ? 'new' : String(userId);
	const folder = `/tenants/acme/users/${owner}/archives/${id}`;
	const taken = files.map((file) => uploaded(office, folder, file));
	const now = clock.time();
	const archive = store.add('archives', {
		id,
		createdAt: now,
		providerId: 'user-provided',
		userId: userId ?? makeUserFor(office, 'eventsOfUploadUsers').id,
		type: type ?? 'OTHERS',
		state: { status: 'STARTED', errorCode: null, errorMessage: null, updatedAt: now },
		rawFiles: taken.map(({ shown }) => shown),
	});
	const before = structuredClone(archive);
	const isReadable = !switches.sampleFilesOnly || taken.every(({ bytes }) => isSampleFile(bytes));
	analyse(office, {
		archive,
		taskType: isClassified ? 'CLASSIFY_ARCHIVE' : 'ANALYZE_ARCHIVE',
		outcome: isReadable ? switches.archiveEnd : 'ERROR',
	});
	return before;
}

export function stateOf(archive: SmileRecord): string {
	return (archive.state as { status: string }).status;
}
