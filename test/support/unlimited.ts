import { Pace, paces } from '../../nodes/Smile/api/pace';
import { Rate } from '../../nodes/Smile/api/rate';
import { processClock } from '../../nodes/Smile/shared/clock';

/** Has this process ask a Smile that has no limit without waiting for a place in one. */
export function askUnlimited(baseUrl: string): void {
	paces.set(baseUrl, new Pace(processClock, new Rate(Number.POSITIVE_INFINITY)));
}
