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
		[' ..hidden', undefined, 'hidden'],
		['a.pdf. ', 'PDF', 'a.pdf'],
		['report', 'X/../Y', 'report'],
		['a/', 'PDF', 'file.pdf'],
		['a\n/b\nc', undefined, 'bc'],
		['a\u2028b\u2029c\ud800d', undefined, 'abcd'],
		['a.pdf.b', 'PDF', 'a.pdf.b.pdf'],
		['apdf', 'PDF', 'apdf.pdf'],
		['photo.jpg', 'JPEG', 'photo.jpg'],
		['photo.JPG', 'jpg', 'photo.JPG'],
		['photo', 'JPG', 'photo.jpg'],
		['photo.jpg', 'PNG', 'photo.jpg.png'],
		['table.csv', 'CSV', 'table.csv'],
		['table', 'CONSTRUCTOR', 'table'],
		['table', 7, 'table'],
	])('of %j in the format %j is %j', (given, format, expected) => {
		expect(fileName(given, format)).toBe(expected);
	});

	const cut = (count: number) => '😀'.repeat(count);
	it.each([
		[`${cut(146)}.pdf`, `${cut(146)}.pdf`],
		[`${cut(147)}.pdf`, `${cut(146)}.pdf`],
		[`${cut(400)}.pdf`, `${cut(146)}.pdf`],
		[`${cut(400)}.p`, `${cut(148)}.p`],
		[`${cut(400)}.tenletters`, `${cut(139)}.tenletters`],
		[`${cut(400)}.elevenchars`, cut(150)],
		[`a.b${cut(400)}`, `a.b${cut(147)}`],
		[cut(151), cut(150)],
	])('is cut to 150 characters and keeps its ending: %s', (given, expected) => {
		expect(fileName(given)).toBe(expected);
	});
});

describe('the last part of an address', () => {
	it.each([
		['https://files.example/a/certificate.pdf?x=1#y', 'certificate.pdf'],
		['https://files.example/a/Constancia%20de%20a%C3%B1o.pdf', 'Constancia de año.pdf'],
		['https://files.example/a%2Fb%2F..%2Fc.pdf', 'a/b/../c.pdf'],
		['https://files.example/100%.pdf', '100%.pdf'],
		['https://files.example/50%25.pdf', '50%.pdf'],
		['https://files.example/100%4g%20x', '100%4g%20x'],
		['https://files.example/%zz%20x', '%zz%20x'],
		['https://files.example/%FFx', '\ufffdx'],
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
		[' image/svg+xml ; a=b; c=d', 'image/svg+xml'],
		['application/vnd.ms-excel', 'application/vnd.ms-excel'],
		['nonsense', 'application/octet-stream'],
		['a b/c', 'application/octet-stream'],
		['/c', 'application/octet-stream'],
		['b/', 'application/octet-stream'],
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
		['CSV', 'text/csv'],
		['TIFF', 'text/html'],
		[null, 'text/html'],
	])('of the format %j is %j', (format, expected) => {
		expect(mediaType(format, 'text/html')).toBe(expected);
	});
});
