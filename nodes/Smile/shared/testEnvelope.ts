import { randomUUID } from 'node:crypto';

import { secondOf } from './day';

/** What the ids of made-up events begin with. */
const TEST_ID = 'et-test-';

/** Whether an event was made up by Send Test or by a test run of the trigger. */
export function isTestId(id: string | null): boolean {
	return id?.startsWith(TEST_ID) ?? false;
}

/** Id and time of an event that was made up now; the id tells it from a real one and is new each time. */
export function testEnvelope(): { id: string; createdAt: string } {
	return {
		id: `${TEST_ID}${randomUUID().replace(/-/g, '')}`,
		createdAt: secondOf(Date.now()),
	};
}
