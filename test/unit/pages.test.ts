import { GetSmileApi } from '../../credentials/GetSmileApi.credentials';
import actionCodex from '../../nodes/Smile/Smile.node.json';
import triggerCodex from '../../nodes/Smile/SmileTrigger.node.json';
import * as links from '../support/links';
import * as pages from '../support/pages';

const MOST_LINES = 250;

const linesOf = (text: string) => text.replace(/\n$/, '').split('\n').length;

describe.each(pages.allPages())('%s', (page) => {
	it('quotes only messages that the code can give', () => {
		const quoted = pages.messagesIn(pages.textOf(page));

		expect(quoted.filter((message) => !pages.shippedCode().includes(message))).toEqual([]);
	});

	it('names only npm scripts that exist', () => {
		const scripts = Object.keys(pages.packageJson().scripts);

		const named = pages.scriptsNamedIn(pages.textOf(page));
		expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
	});

	it('links only to files and headings that exist', () => {
		expect(links.brokenLinksOf(page)).toEqual([]);
	});

	it('names only files of the project that exist', () => {
		expect(pages.missingFilesNamedIn(page)).toEqual([]);
	});
});

describe('the pages of the documentation', () => {
	it('leave the front page at 200 lines', () => {
		expect(linesOf(pages.textOf('README.md'))).toBeLessThanOrEqual(200);
	});

	it.each(pages.docsPages())(
		`have ${MOST_LINES} lines at most beside what is made from the code: %s`,
		(page) => {
			expect(linesOf(pages.writtenTextOf(page))).toBeLessThanOrEqual(MOST_LINES);
		},
	);

	it('are all in the index', () => {
		const indexed = links.filesLinkedFrom('docs/README.md');

		const missing = pages.docsPages().filter((page) => !indexed.includes(page));
		expect(missing).toEqual(['docs/README.md']);
	});

	it('tell of every ready-made workflow', () => {
		const linked = pages.docsPages().flatMap(links.filesLinkedFrom);

		expect(pages.workflowFiles().filter((file) => !linked.includes(file))).toEqual([]);
	});

	it("tell of every line in n8n's log", () => {
		const page = pages.textOf('docs/troubleshooting.md');
		const lines = pages.logLines();

		expect(lines.length).toBeGreaterThan(8);
		expect(lines.filter((line) => !page.includes(line))).toEqual([]);
	});

	it('say no sentence twice', () => {
		const places = new Map<string, string[]>();
		for (const page of ['README.md', ...pages.docsPages()]) {
			for (const sentence of pages.sentencesOf(page)) {
				places.set(sentence, [...(places.get(sentence) ?? []), page]);
			}
		}

		expect([...places].filter(([, found]) => found.length > 1)).toEqual([]);
	});
});

describe('the addresses that n8n shows', () => {
	const ofCodex = [actionCodex, triggerCodex].flatMap(({ resources }) =>
		[...resources.primaryDocumentation, ...resources.credentialDocumentation].map(({ url }) => url),
	);
	const ofCredential = new GetSmileApi().documentationUrl;
	const { homepage } = pages.packageJson();

	it.each([...new Set([...ofCodex, ofCredential, homepage])])('lead to a page: %s', (address) => {
		expect(links.ownAddressesIn(address)).toEqual([address]);
		expect(links.brokenAddressesIn(address)).toEqual([]);
	});

	it('are all there are in the code', () => {
		const inCode = links.ownAddressesIn(pages.shippedCode());

		expect(links.brokenAddressesIn(pages.shippedCode())).toEqual([]);
		expect(inCode.filter((address) => ![...ofCodex, ofCredential].includes(address))).toEqual([]);
	});
});

describe('the check of links', () => {
	it('finds an address whose page or heading is missing', () => {
		const own = 'https://github.com/n8n-nodes-smile/n8n-nodes-smile';
		const wrong = [`${own}#no-such-heading`, `${own}/blob/main/docs/no-such-page.md`];
		const right = [
			own,
			`${own}#readme`,
			`${own}#credential`,
			`${own}/blob/main/docs/trigger.md#outputs`,
		];

		expect(links.brokenAddressesIn([...wrong, ...right].join(' '))).toEqual(wrong);
	});

	it('tells headings of one name apart, and comments in code from headings', () => {
		const page = '# A `b` and [c](d.md)\n\n```sh\n# no heading\n```\n\n## Same\n\n## Same\n';

		expect(links.anchorsOf(page)).toEqual(['a-b-and-c', 'same', 'same-1']);
	});
});
