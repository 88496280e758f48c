import { smileTime } from '../webhookStore';
import { idOf } from './invented';
import type { SmileRecord } from './shelves';

/** What a person typed on a site; its values are texts and numbers. */
export function formOf(userId: string, at: Date): SmileRecord {
	return {
		id: idOf('form-', userId, at.getTime()),
		createdAt: smileTime(at),
		name: 'Application',
		userId,
		winkSiteId: 'site-1',
		winkSiteSessionId: idOf('session-', userId),
		reference: 'R-0001',
		data: { purpose: 'A bicycle', amount: 12_000, instalments: '12' },
	};
}
