import { fillTemplate } from '../../../../nodes/Smile/actions/event/fillTemplate';

const data = {
	userId: 'acme-1',
	session: { userId: 'acme-2' },
	updatedIds: ['d-1', 'd-2', 'd-1', 7],
	updatedFrom: '2026-02-03T23:59:59Z',
	odd: 'a/../b ?',
	dots: '..',
};

describe('a template', () => {
	it.each([
		['/users/{data.userId}', ['/users/acme-1']],
		['/users/{data.session.userId}/payload', ['/users/acme-2/payload']],
		['/documents/{data.updatedIds[]}', ['/documents/d-1', '/documents/d-2']],
		['{date(data.updatedFrom)}', ['2026-02-03']],
		['{month(data.updatedFrom)}', ['2026-02']],
		['/users/{data.odd}', ['/users/a%2F..%2Fb%20%3F']],
		['/users/{data.dots}', []],
		['/users/{data.accountId}', []],
		['/users/{data.userId.deeper}', []],
		['{date(data.userId)}', []],
		['/plain', ['/plain']],
	])('%s becomes %j', (template, filled) => {
		expect(fillTemplate(template, data, encodeURIComponent)).toEqual(filled);
	});
});
