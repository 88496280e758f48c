import { withoutSent } from '../../../nodes/Smile/api/withoutSent';

const cleaned = (text: string, body: object, query = {}) =>
	withoutSent({ kind: 'refused', text }, { body: { ...body }, query }).text;

describe('a failure that repeats the secret of its request', () => {
	it.each([
		["secret 'hunter2-hunter2' is weak", "secret '***' is weak"],
		['secret_hunter2-hunter2x', 'secret_***x'],
		['hunter2-hunter2, hunter2-hunter2', '***, ***'],
		['hunter2 is too short', 'hunter2 is too short'],
	])('loses it, also inside of a word: %s', (text, clean) => {
		expect(cleaned(text, { secret: 'hunter2-hunter2' })).toBe(clean);
	});

	it.each([
		['a', 'a secret: a', '*** secret: ***'],
		[' a  ', 'a name: a', '*** name: ***'],
		[' dummy ', 'trimmed: dummy1', 'trimmed: ***1'],
		['name', 'renamed', 're***d'],
		['to', 'to total to', '*** total ***'],
		['$&.*', "it has '$&.*'", "it has '***'"],
		['a"b\\c', 'sent {"secret":"a\\"b\\\\c"}', 'sent {"secret":"***"}'],
		['a/b/c+d', 'sent {"secret":"a\\/b\\/c+d"}', 'sent {"secret":"***"}'],
		['a b/c', 'sent ?secret=a%20b%2Fc&x', 'sent ?secret=***&x'],
		['half \ud800', 'has half \ud800!', 'has ***!'],
	])('loses %j, a short one as a word only', (secret, text, clean) => {
		expect(cleaned(text, { secret })).toBe(clean);
	});

	it('loses it in code and request id, and keeps a code of Smile’s', () => {
		const sent = { body: { secret: 'INVALID' } };
		const one = { code: 'INVALID_PARAMETERS', requestId: 'r INVALID', text: 'x' };
		const other = { code: 'x-INVALID' };

		expect(withoutSent({ kind: 'refused', ...one }, sent)).toEqual({
			kind: 'refused',
			...one,
			requestId: 'r ***',
		});
		expect(withoutSent({ kind: 'refused', ...other }, sent).code).toBe('x-***');
		expect(withoutSent({ kind: 'refused', code: 'X-INVALID' }, sent)).toStrictEqual({
			kind: 'refused',
			code: 'X-***',
		});
		expect(withoutSent({ kind: 'refused', requestId: 'r INVALID' }, sent)).toStrictEqual({
			kind: 'refused',
			requestId: 'r ***',
		});
	});
});

describe('a failure that repeats what else was sent', () => {
	it.each([
		[{ fullName: 'María Santos' }, "'María Santos' exists", "'***' exists"],
		[{ fullName: 'Ana' }, 'Ana, not Anabel', '***, not Anabel'],
		[{ fullName: 'Li' }, 'Li, not Lia', '***, not Lia'],
		[{ fullName: 'Ana' }, 'ñAna', 'ñAna'],
		[{ fullName: '   ' }, 'spaces: "   "', 'spaces: "   "'],
		[{ curp: 'GOMC960101HDFRRL09' }, 'curp GOMC960101HDFRRL09', 'curp ***'],
		[{ details: [{ salary: 12345 }] }, 'salary 12345 and 123456', 'salary *** and 123456'],
		[{ birthday: '1990-01-31' }, 'born on 1990-01-31', 'born on ***'],
		[{ a: 'Ana', b: 'Ana María' }, 'Ana María', '***'],
		[{ a: 'one\ntwo' }, '"one\\ntwo"', '"***"'],
	])('loses %j as whole words: %s', (body, text, clean) => {
		expect(cleaned(text, body)).toBe(clean);
	});

	it.each([
		[{ fullName: 'Maria Santos' }, 'MARIA SANTOS is on maria santos', '*** is on ***'],
		[{ fullName: 'Maria Santos' }, 'name Maria  Santos bad', 'name *** bad'],
		[{ fullName: 'Maria Santos' }, 'Maria\u00a0Santos, Maria\n\tSantos', '***, ***'],
		[{ fullName: 'Maria \n Santos' }, 'Maria Santos', '***'],
		[{ fullName: 'Maria Santos' }, '?name=maria+santos', '?name=***'],
		[{ address: '12/3 Mango St' }, 'at 12%2f3%20mango%20st', 'at ***'],
		[{ fullName: 'ÑINO 𐐀' }, 'ñino 𐐨', '***'],
		[{ fullName: 'İnci Ay' }, 'is İNCİ  AY, or İnci ay?', 'is ***, or ***?'],
		[{ fullName: 'Ana' }, 'ANA, not ANABEL. İİ Ana', '***, not ANABEL. İİ ***'],
		[{ secret: 'Hunter2' }, 'xHUNTER2x', 'x***x'],
		[{ a: 'Ana', b: 'Ana' }, 'AnaAna Ana', 'AnaAna ***'],
	])('loses it in any case, with any white space between its words: %j', (body, text, clean) => {
		expect(cleaned(text, body)).toBe(clean);
	});

	it('loses it in code and request id that are not of Smile’s form', () => {
		const sent = { body: { fullName: 'Maria Santos' } };
		const failed = { code: 'no Maria Santos', requestId: 'for maria santos' };
		const uuid = { code: 'X', requestId: '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9' };

		expect(withoutSent({ kind: 'refused', ...failed }, sent)).toEqual({
			kind: 'refused',
			code: 'no ***',
			requestId: 'for ***',
		});
		expect(withoutSent({ kind: 'refused', ...uuid }, { body: { name: '4e5f' } })).toEqual({
			kind: 'refused',
			...uuid,
		});
		const long = `${'A'.repeat(70)}`;
		expect(withoutSent({ kind: 'refused', code: long }, { body: { name: long } }).code).toBe('***');
	});

	it.each([33_000, 1_000_000])('loses a value of %d characters', (length) => {
		const file = 'cGFzc3BvcnQg'.repeat(length / 10);

		expect(cleaned(`file ${file} is no file`, { files: [{ file }] })).toBe('file *** is no file');
	});

	it('loses a value at the beginning and the end, and leaves it in a word of any script', () => {
		expect(cleaned('Ana 𐐀Ana Ana𐐀 ñAna Ana', { name: 'Ana' })).toBe('*** 𐐀Ana Ana𐐀 ñAna ***');
	});

	it.each([
		[{ active: true, note: null, count: 7, letter: 'a' }, 'a true null 7 undefined'],
		[{ eventTypes: ['ACCOUNT_PAUSED'] }, 'eventTypes: ACCOUNT_PAUSED is unknown'],
		[{ countryCode: 'ID', idType: 'PASSPORT' }, 'ID: PASSPORT is unknown'],
		[{ name: '' }, 'name is empty'],
		[{}, 'anything'],
	])('keeps what tells nothing of a person: %j', (body, text) => {
		expect(cleaned(text, body)).toBe(text);
	});

	it.each(['currency', 'fileSubtype', 'mawType', 'signalType', 'subType', 'topIds', 'type'])(
		'keeps what only Smile gives a value: %s',
		(name) => {
			expect(cleaned('WORD is unknown', {}, { [name]: 'WORD' })).toBe('WORD is unknown');
		},
	);

	it.each(['x2026-01-31', '2026-01-31x'])('takes %s in a filter for no day', (value) => {
		expect(cleaned(value, {}, { startDate: value })).toBe('***');
	});

	it('loses the texts of filters, but Smile’s own words, days and the size of a page', () => {
		const days = { startDate: '2026-01-31', month: '2026-01' };
		const query = { name: 'Santos', fileType: 'PAYSLP', ids: 'sss_xx', ...days, size: 100 };
		const text = 'Santos, PAYSLP, sss_xx, 2026-01-31, 2026-01, at most 100';

		expect(cleaned(text, {}, query)).toBe(text.replace('Santos', '***'));
	});

	it('stays as it is without a text', () => {
		const failure = { kind: 'unreachable', network: 'no answer in time' } as const;

		expect(withoutSent(failure, { body: { secret: 'dummy' } })).toBe(failure);
		const said = { kind: 'refused', text: 'x' } as const;
		expect(withoutSent(said, {})).toStrictEqual(said);
	});

	it('is read fast, however much was sent and answered', () => {
		const begun = performance.now();
		const body = {
			file: 'a1B'.repeat(5_000_000),
			rows: Array.from({ length: 500 }, (_, id) => `row ${id}`),
		};

		cleaned('so '.repeat(100_000), body);

		expect(performance.now() - begun).toBeLessThan(1_000);
	});
});
