import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { remove } from '../verbs/remove';
import { classifyArchive, uploadArchive } from './archive.upload';
import { dated } from './common';
import { rawFilesOf } from './namedFiles';

export const archive = {
	name: 'Archive',
	plural: 'archives',
	description: 'Files that a person uploaded, such as payslips',
	path: '/archives',
	idExample: 'archive-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: ['userId', 'fileType', ...dated],
	datedBy: 'archive date',
	simplified: {
		id: 'id',
		createdAt: 'createdAt',
		userId: 'userId',
		type: 'type',
		status: 'state.status',
		errorCode: 'state.errorCode',
		errorMessage: 'state.errorMessage',
		updatedAt: 'state.updatedAt',
		fileName: 'rawFiles.0.name',
		fileUrl: 'rawFiles.0.url',
	},
	label: ['type', 'state.status', 'createdAt'],
	files: rawFilesOf,
	operations: [
		classifyArchive,
		get,
		getAll,
		remove({
			value: 'revoke',
			description: 'Delete files that a person uploaded, and what was read from them, at Smile',
			notice:
				'Smile deletes the files of the person and all that was read from them for good. This cannot be undone.',
		}),
		uploadArchive,
	],
} as const satisfies SmileResource;
