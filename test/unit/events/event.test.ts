import {
	isKnownType,
	type EventOf,
	type SmileEventType,
	type UnknownSmileEvent,
} from '../../../nodes/Smile/events/event';
import { sampleEvent } from '../../../nodes/Smile/events/sample';

type SmileEvent = { [T in SmileEventType]: EventOf<T> }[SmileEventType];

/** Compiles only while `type` tells the events apart: that is the test. */
function summary(event: SmileEvent): string {
	switch (event.type) {
		case 'INCOMES_ADDED':
			return `${event.data.count.toFixed(0)} incomes`;
		case 'ACCOUNT_FAILED':
			return event.data.errorCode.toLowerCase();
		case 'USER_SESSION_RESET':
			return event.data.session.userId;
		case 'ARCHIVE_STARTED':
			// @ts-expect-error -- an archive has no login
			return String(event.data.loginName);
		default:
			return event.id;
	}
}

describe('an event', () => {
	it('is told apart by its type', () => {
		expect(summary(sampleEvent('INCOMES_ADDED'))).toBe('3 incomes');
		expect(summary(sampleEvent('ACCOUNT_FAILED'))).toBe('invalid_credentials');
		expect(summary(sampleEvent('ARCHIVE_STARTED'))).toBe('undefined');
	});

	it('is at the same time an event of which only id and type are sure', () => {
		const event: UnknownSmileEvent = { ...sampleEvent('INCOMES_ADDED') };

		expect(isKnownType(event.type)).toBe(true);
	});

	it.each(['ALL_EVENTS', 'ACCOUNT_ANALYZED', 'incomes_added', '', 'constructor', 'toString'])(
		'is not known with the type "%s"',
		(type) => {
			expect(isKnownType(type)).toBe(false);
		},
	);
});
