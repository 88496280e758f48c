import { fillTemplate } from '../../../../nodes/Smile/actions/event/fillTemplate';

const data = {
	userId: 'acme-1',
	session: { userId: 'acme-2' },
	updatedIds: ['d-1', 'd-2', 'd-1', 7],
	updatedFrom: '2026-02-03T23:59:59Z',
	newYear: '2026-01-01',
	lastOfMonth: '2026-02-28T00:00:00Z',
	noDay: '2026-13-45',
	odd: 'a/b ?',
	elsewhere: ['a/../b', '..\\archives\\a', '../users/acme-9', './a'],
	blank: ' ',
	unseen: '\u200b',
	spaced: ' a-1 ',
	dots: '..',
};

describe('a template', () => {
	it.each([
		['/users/{data.userId}', ['/users/acme-1']],
		['/users/{data.session.userId}/payload', ['/users/acme-2/payload']],
		['/documents/{data.updatedIds[]}', ['/documents/d-1', '/documents/d-2']],
		['{dayBefore(data.updatedFrom)}', ['2026-02-02']],
		['{dayAfter(data.updatedFrom)}', ['2026-02-04']],
		['{dayBefore(data.newYear)}', ['2025-12-31']],
		['{dayAfter(data.lastOfMonth)}', ['2026-03-01']],
		['{monthBefore(data.newYear)}', ['2025-12']],
		['{monthAfter(data.lastOfMonth)}', ['2026-03']],
		['/users/{data.odd}', ['/users/a%2Fb%20%3F']],
		['/users/{data.elsewhere[]}', []],
		['/users/{data.blank}', []],
		['{data.unseen}', []],
		['/users/{data.spaced}', ['/users/a-1']],
		['/users/{data.dots}', []],
		['/users/{data.accountId}', []],
		['/users/{data.userId.deeper}', []],
		['{dayBefore(data.userId)}', []],
		['{dayAfter(data.noDay)}', []],
		['/plain', ['/plain']],
	])('%s becomes %j', (template, filled) => {
		expect(fillTemplate(template, data, encodeURIComponent)).toEqual(filled);
	});
});
