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
		[{ fullName: 'Anna' }, 'ANNA, not ANNABEL. İİ Anna', '***, not ANNABEL. İİ ***'],
		[{ secret: 'Hunter2' }, 'xHUNTER2x', 'x***x'],
		[{ a: 'Ana', b: 'Ana' }, 'AnaAna Ana', 'AnaAna ***'],
	])('loses it in any case, with any white space between its words: %j', (body, text, clean) => {
		expect(cleaned(text, body)).toBe(clean);
	});

	it.each([
		[{ fullName: 'Maria Santos' }, 'Ｍａｒｉａ　Ｓａｎｔｏｓ exists', '*** exists'],
		[{ fullName: 'Ｍａｒｉａ' }, 'maria exists', '*** exists'],
		[{ fullName: 'Ni\u00f1o' }, 'Nin\u0303o exists', '*** exists'],
		[{ fullName: 'Nin\u0303o' }, 'Ni\u00f1o exists, ?name=Ni%C3%B1o', '*** exists, ?name=***'],
		[{ fullName: 'Niño' }, String.raw`{"name":"Ni\u00f1o"}, Ni\\u00F1o`, '{"name":"***"}, ***'],
		[{ fullName: 'Ni\u00f1o' }, '?name=Nin%CC%83o', '?name=***'],
		[{ fullName: "O'Brien" }, 'O&#39;Brien, O&#x27;Brien, O&apos;Brien', '***, ***, ***'],
		[{ fullName: 'A & B "C"' }, 'name A &amp; B &quot;C&quot; bad', 'name *** bad'],
		[{ fullName: "O'Brien" }, 'O&amp;#39;Brien, O&amp;amp;#39;Brien', '***, ***'],
		[{ fullName: 'A&amp;B' }, 'A&amp;B, A&B', '***, ***'],
		[{ fullName: 'Mari\u200ba' }, 'Ma\u00adria, Mar&#8203;ia', '***, ***'],
		[{ fullName: 'Santos 😀' }, String.raw`Santos \ud83d\ude00!`, '***!'],
		[{ address: 'C:\\users\\u00f1' }, String.raw`"C:\\users\\u00f1"`, '"***"'],
		[{ secret: 'hunter2' }, 'xｈｕｎｔｅｒ２x', 'x***x'],
		[{ a: 'no such sign' }, '&#1114112; &#xffffff;', '&#1114112; &#xffffff;'],
	])('loses it in whatever signs Smile repeats it: %j', (body, text, clean) => {
		expect(cleaned(text, body)).toBe(clean);
	});

	it.each([
		[{ a: 'No', b: 'In', c: 'IS' }, 'There is no user in it', 'There is no user in it'],
		[{ a: 'No', b: 'In', c: 'IS' }, 'No user In it IS', '*** user *** it ***'],
		[{ fullName: 'Ana' }, 'ANA, not Ana', 'ANA, not ***'],
		[{ fullName: 'Ana' }, 'Ａｎａ exists', '*** exists'],
		[{ fullName: 'Ño' }, '?a=%c3%91o, Ño, ño', '?a=***, ***, ño'],
		[{ secret: 'Abc' }, 'ABC abc Abc', '*** *** ***'],
	])('loses what is shorter than four characters in its own case only: %j', (body, text, clean) => {
		expect(cleaned(text, body)).toBe(clean);
	});

	it('loses the beginning of a value that a long text is cut through', () => {
		const consent = 'I agree that Maria Santos is asked about. '.repeat(100);

		expect(cleaned(`consent ${consent} is too long`, { consent })).toBe('consent ***');
		expect(cleaned(`${'so '.repeat(996)}Maria Santos Cruz`, { name: 'Maria Santos Cruz' })).toBe(
			`${'so '.repeat(996)}***`,
		);
		expect(cleaned(`${'so '.repeat(996)}Lamaria Santos`, { name: 'maria Santos' })).toBe(
			`${'so '.repeat(996)}Lamaria `,
		);
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

	it.each([33_000, 1_000_000])(
		'loses a value of %d characters, and what is behind it',
		(length) => {
			const file = 'cGFzc3BvcnQg'.repeat(length / 10);

			expect(cleaned(`file ${file} is no file`, { files: [{ file }] })).toBe('file ');
		},
	);

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

	it.each([
		...['currency', 'exportExtensionType', 'fileExtensionType', 'fileSubtype', 'mawType'],
		...['signalType', 'subType', 'topIds', 'type'],
	])('keeps what only Smile gives a value: %s', (name) => {
		expect(cleaned('WORD is unknown', {}, { [name]: 'WORD' })).toBe('WORD is unknown');
	});

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
		cleaned('\\'.repeat(1_000_000), { a: '\\'.repeat(100_000), b: 'a '.repeat(100_000) });
		cleaned(`&${'amp;'.repeat(100_000)}`, body);
		cleaned('a '.repeat(100_000), {
			rows: Array.from({ length: 50 }, () => `${'a '.repeat(9_000)}b`),
		});

		expect(performance.now() - begun).toBeLessThan(1_000);
	});
});
