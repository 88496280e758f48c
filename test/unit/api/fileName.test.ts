import { fileName, lastSegment, mediaType } from '../../../nodes/Smile/api/fileName';

describe('the name of a downloaded file', () => {
	it.each([
		['payslip.pdf', 'PDF', 'payslip.pdf'],
		['Sueldo de año.PDF', 'PDF', 'Sueldo de año.PDF'],
		['Screen Shot 2021-04-14 at 5.30.24 PM', 'PNG', 'Screen Shot 2021-04-14 at 5.30.24 PM.png'],
		['photo.jpeg', 'JPG', 'photo.jpeg'],
		['photo', 'JPEG', 'photo.jpeg'],
		['../../etc/passwd', undefined, 'passwd'],
		['C:\\Users\\tala\\payslip.pdf', 'PDF', 'payslip.pdf'],
		['a\u0000b\r\nc\u202epdf.exe', undefined, 'abcpdf.exe'],
		['what?*:"<>|.pdf', 'PDF', 'what_______.pdf'],
		['...', undefined, 'file'],
		['  ', 'PDF', 'file.pdf'],
		[undefined, 'PDF', 'file.pdf'],
		[{ name: 'a' }, undefined, 'file'],
		['.hidden', undefined, 'hidden'],
		['a.pdf. ', 'PDF', 'a.pdf'],
		['report', 'X/../Y', 'report'],
	])('of %j in the format %j is %j', (given, format, expected) => {
		expect(fileName(given, format)).toBe(expected);
	});

	it('is cut to 150 characters and keeps its ending', () => {
		const name = fileName(`${'é'.repeat(400)}.pdf`);

		expect([...name]).toHaveLength(150);
		expect(name).toMatch(/é\.pdf$/);
	});
});

describe('the last part of an address', () => {
	it.each([
		['https://files.example/a/certificate.pdf?x=1#y', 'certificate.pdf'],
		['https://files.example/a/Constancia%20de%20a%C3%B1o.pdf', 'Constancia de año.pdf'],
		['https://files.example/a%2Fb%2F..%2Fc.pdf', 'a/b/../c.pdf'],
		['https://files.example/100%.pdf', '100%.pdf'],
		['https://files.example/a/', 'a'],
		['https://files.example', ''],
		['certificate.pdf', ''],
	])('of %s is %j', (url, expected) => {
		expect(lastSegment(url)).toBe(expected);
	});
});

describe('the media type', () => {
	it.each([
		['Text/CSV; charset=utf-8', 'text/csv'],
		['application/pdf', 'application/pdf'],
		['nonsense', 'application/octet-stream'],
		['text/html\r\nx: y', 'application/octet-stream'],
		[undefined, 'application/octet-stream'],
	])('of the header %j is %j', (header, expected) => {
		expect(mediaType(undefined, header)).toBe(expected);
	});

	it.each([
		['PDF', 'application/pdf'],
		['PNG', 'image/png'],
		['JPG', 'image/jpeg'],
		['jpeg', 'image/jpeg'],
		['TIFF', 'text/html'],
		[null, 'text/html'],
	])('of the format %j is %j', (format, expected) => {
		expect(mediaType(format, 'text/html')).toBe(expected);
	});
});
