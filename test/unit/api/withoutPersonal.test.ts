import { withoutPersonal } from '../../../nodes/Smile/api/withoutPersonal';

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
		['number 2026-13-31 12', 'number ***'],
		['number 9171-23-45', 'number ***'],
		['number 1   2   3   4   5   6', 'number ***'],
		['name%40example.test is taken', '*** is taken'],
		['?email=maria.santos%2540example.test', '***'],
		['"maria\\u0040example.test"', '"***"'],
		['maria＠example.test, maria﹫example.test', '***, ***'],
		['mobile ６３９１７００００００', 'mobile ***'],
		['mobile ٦٣٩١٧٠٠٠٠٠', 'mobile ***'],
		['mobile 639\u200b170\u00ad000', 'mobile ***'],
		['mobile 123\u00a0456\u00a0789', 'mobile ***'],
		['mobile 123\u2003456\u2003789', 'mobile ***'],
		['mobile 123–456—789', 'mobile ***'],
		['mobile 123‑456−789', 'mobile ***'],
		['mobile 12:34:56:78', 'mobile ***'],
		['mobile 12 - 34 - 56 - 78', 'mobile ***'],
		['mobile 63_91_70_00', 'mobile ***'],
		['mobile 639-170-000 000', 'mobile ***'],
		['mobile 123+456+789', 'mobile ***'],
		['mobile 123·456·789', 'mobile ***'],
		['mobile 123*456 ~ 789', 'mobile ***'],
		['at 12:34:56+99:99', 'at ***'],
		['mobile 63&#57;170&#x30;00', 'mobile ***'],
		['mobile \\u0036\\u0033917000', 'mobile ***'],
		['maria&#64;example.test', '***'],
		['tin 123.456.789', 'tin ***'],
		['at 25:61:99', 'at ***'],
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
		'steps 1    2    3    4    5    6',
		'from 2026-01-31 to 2026-02-28',
		'2026-01-31 - 2026-02-28',
		'2026-01-31 2026-02-28',
		'endDate 2026-01-31: 3 days (2026-02-28) 12',
		'at 2026-03-04T05:06:07Z',
		'at 2026-03-04T05:06:07.123+08:00',
		'at 2026-03-04 05:06:07',
		'at 2026-03-04 05:06:07-05:00',
		'at 2026-03-04 05:06:07+08:00',
		'at 05:06:07, then 23:59:59.999',
		'between 10:30 and 11:45',
		'version 1.14.0, not 2.41.1',
		'1,375.50 of 12,345,678.90',
		'items[3] of 150: size',
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
