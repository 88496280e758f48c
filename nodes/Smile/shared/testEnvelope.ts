import { randomUUID } from 'node:crypto';

/** Id and time of an event that was made up now; the id tells it from a real one and is new each time. */
export function testEnvelope(): { id: string; createdAt: string } {
	return {
		id: `et-test-${randomUUID().replace(/-/g, '')}`,
		createdAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
	};
}
