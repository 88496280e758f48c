import type { Operation } from '../operation';
import { createOperation } from './create';
import { deleteOperation } from './delete';
import { getOperation } from './get';
import { getAllOperation } from './getAll';
import { updateOperation } from './update';

/** The operations of the resource Webhook, in the order of the list. */
export const webhookOperations: readonly Operation[] = [
	createOperation,
	deleteOperation,
	getOperation,
	getAllOperation,
	updateOperation,
];
