import type { SmileResource } from '../resource';
import { get } from '../verbs/get';
import { getAll } from '../verbs/getAll';
import { dated, ofSource } from './common';

export const task = {
	name: 'Task',
	plural: 'tasks',
	description: 'What Smile did to read or analyze the data of a source',
	path: '/tasks',
	idExample: 'task-0a1b2c3d4e5f60718293a4b5c6d7e8f9',
	filters: [...ofSource, ...dated],
	datedBy: 'creation date',
	label: ['type', 'status', 'startedAt'],
	operations: [get, getAll],
} as const satisfies SmileResource;
