import { detailsOf, withoutPersonal } from '../../../nodes/Smile/api/details';

const credential = {
	apiKey: 'example-key',
	apiSecret: 'dummy-api',
	webhookSecret: 'dummy-webhook',
	previousWebhookSecret: 'dummy-previous',
};

describe('the details of an error', () => {
	it.each([
		[{ code: 'A', text: 'Why', status: 400, requestId: 'r-1' }, 'A: Why, request r-1'],
		[{ code: 'A', status: 400 }, 'A'],
		[{ text: 'Why', status: 400 }, 'Why'],
		[{ status: 502 }, 'HTTP 502'],
		[{ status: 502, requestId: 'r-1' }, 'HTTP 502, request r-1'],
		[{ code: 'A', text: '' }, 'A'],
		[{}, ''],
	])('of %j are %j', (failure, details) => {
		expect(detailsOf({ kind: 'refused', ...failure }, credential)).toBe(details);
	});

	it.each(['example-key', 'dummy-api', 'dummy-webhook', 'dummy-previous'])(
		'do not repeat %s, wherever Smile puts it',
		(secret) => {
			const given = { code: `C ${secret}`, text: `${secret}, ${secret}.`, requestId: secret };

			expect(detailsOf({ kind: 'refused', ...given }, credential)).toBe(
				'C ***: ***, ***., request ***',
			);
		},
	);

	it.each([
		['abc', '*** abcdef 12345'],
		[12345, 'abc abcdef ***'],
		['a', 'abc abcdef 12345'],
		['', 'abc abcdef 12345'],
		[['abc'], 'abc abcdef 12345'],
	])('stay readable where a secret is %j', (webhookSecret, details) => {
		const text = 'abc abcdef 12345';

		expect(detailsOf({ kind: 'refused', text }, { webhookSecret })).toBe(details);
	});

	it('hide a secret of four characters', () => {
		expect(detailsOf({ kind: 'refused', text: 'x-abcd-x' }, { apiSecret: 'abcd' })).toBe('x-***-x');
	});
});

describe('a text of Smile’s', () => {
	it.each([
		['The user maria.santos+pay@mail.example.test exists', 'The user *** exists'],
		['email=<maria@example.test>, again', 'email=<***>, again'],
		['"niño@ejemplo.test"', '"***"'],
		['mobile 529559991234 is taken', 'mobile *** is taken'],
		['mobile +63 955-999 1234 is taken', 'mobile +*** is taken'],
		['number 123456', 'number ***'],
		['file iVBORw0KGgoAAAANSUhEUg== is broken', 'file *** is broken'],
		['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0', 'token ***.***'],
		['data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAA', 'data:image/png;base64,***'],
		['text QWxhZGRpbjpvcGVuc2VzYW1l', 'text QWxhZGRpbjpvcGVuc2VzYW1l'.replace(/Q.+/, '***')],
		['sum aaaaaaaaaaaaaaaaaaaaaaaa=', 'sum ***'],
		['raw AbcdefghijklmnopqrstuvwxyzAbcdefghijklmnopqr', 'raw ***'],
		['plus Abcdefghijklmnop+q', 'plus ***'],
		['raw Abcdefghijklmno1', 'raw ***'],
		['raw AbcdefghijklmnopqrstuvwxyzAbcdefghijklmn', 'raw ***'],
		['file iVBORw0KGgoAAAANSUhEUg===', 'file ***='],
		['number 1  2  3  4  5  6', 'number ***'],
		['number 12-2026-01-31', 'number ***'],
		['number 2026-01-31-12', 'number ***'],
		['number 2026-01-310', 'number ***'],
	])('loses what may be a person’s: %s', (text, clean) => {
		expect(withoutPersonal(text)).toBe(clean);
	});

	it.each([
		'startDate 2026-01-31 is after endDate 2025-12-31',
		'INVALID_PARAMETERS_OF_THE_REQUEST',
		'externalMetadataIdentifier is not valid',
		'a name of at most 12345 characters',
		'version 1.2.3 of 4 5',
		'the unconstitutionality of it',
		'Abcdefghijklmn1',
		'AbcdefghijklmnopqrstuvwxyzAbcdefghijklm',
		'abcdefgh1jklmnopqrst',
		'ABCDEFGH1JKLMNOPQRST',
		'steps 1   2   3   4   5   6',
	])('keeps what is none: %s', (text) => {
		expect(withoutPersonal(text)).toBe(text);
	});

	it('is cut, without half a word of somebody’s', () => {
		expect(withoutPersonal('so '.repeat(200))).toHaveLength(300);
		expect(withoutPersonal('y'.repeat(3_000))).toHaveLength(300);
		expect(withoutPersonal(`${'iVBORw0K'.repeat(374)} maria.santos@x.test`)).toBe('*** ');
		expect(withoutPersonal(`${'iVBORw0K'.repeat(374)} ${'so '.repeat(50)}`)).toBe('*** so so ');
	});

	it('takes no long time to read, however long it is', () => {
		const begun = performance.now();

		withoutPersonal('a1B'.repeat(1_000_000));

		expect(performance.now() - begun).toBeLessThan(1_000);
	});
});
