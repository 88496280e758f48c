import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { isAnother } from '../../api/another';
import { readRecord } from '../../api/readRecord';
import { writeOnce } from '../../api/writeOnce';
import { isJsonObject } from '../../shared/jsonObject';
import { without } from '../../shared/without';
import { collectionProperty, readCollection } from '../parameters/body';
import { locator, readId } from '../parameters/locator';
import type { Verb } from '../resource';
import { changeable } from './inviteTemplate.inputs';

const UPDATE_FIELDS = { name: 'updateFields', displayName: 'Update Fields' } as const;

/** Changes single texts of a template. Smile takes whole templates only, so it is read first. */
export const updateInviteTemplate: Verb = (value, resource) => {
	const picked = { ...locator(value, resource), description: 'The invite template to change' };
	return {
		option: {
			name: 'Update',
			value: 'update',
			action: 'Update invite template',
			description: 'Change what people see who are invited from now on',
		},
		writes: true,
		properties: [picked, collectionProperty(UPDATE_FIELDS, changeable)],
		async run(context, itemIndex, orThrow, smile) {
			const id = readId(context, itemIndex, picked);
			const changes = readCollection(context, itemIndex, UPDATE_FIELDS, changeable);
			if (Object.keys(changes).length === 0) {
				throw new NodeOperationError(context.getNode(), 'No field to update is set', {
					itemIndex,
					description: 'Add at least one field under Update Fields.',
				});
			}
			const path = `${resource.path}/${encodeURIComponent(id)}`;
			const found = await readRecord(smile, resource.path, id);
			const record = orThrow(found, `get the invite template ${id}`);
			const old = without(record, 'id');
			const body = merged(old, changes);
			const isIt = (data: unknown) =>
				isJsonObject(data) && isAnother(data.id, id) ? undefined : { id };
			const request = { method: 'PUT' as const, path, body, madeIn: isIt };
			const write = await writeOnce(smile, { ...request, repeat: 'safe' });
			const { data } = orThrow(write, `update the invite template ${id}`);
			return [isJsonObject(data) ? data : { ...body, id }];
		},
	};
};

function merged(old: IDataObject, changes: IDataObject): IDataObject {
	const result = { ...old };
	for (const [name, value] of Object.entries(changes)) {
		const before = result[name];
		result[name] = isJsonObject(value) && isJsonObject(before) ? { ...before, ...value } : value;
	}
	return result;
}
