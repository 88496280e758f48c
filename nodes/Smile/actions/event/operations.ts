import type { Operation } from '../operation';
import { getDataOperation } from './getData';
import { getMissedOperation } from './getMissed';
import { sendTestOperation } from './sendTest';
import { verifyOperation } from './verify';

/** The operations of the resource Event, in the order of the list. */
export const eventOperations: readonly Operation[] = [
	getDataOperation,
	getMissedOperation,
	sendTestOperation,
	verifyOperation,
];
