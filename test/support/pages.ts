/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the project's own pages */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const checkout = join(__dirname, '..', '..');

/** A page of the project, such as README.md. */
export function textOf(page: string): string {
	return readFileSync(join(checkout, page), 'utf8');
}

/** Every page below docs, such as docs/trigger.md. */
export function docsPages(): string[] {
	return pagesIn('docs');
}

/** Every page that people read on GitHub: those of the checkout itself, of docs and of .github. */
export function allPages(): string[] {
	return [...pagesIn('.'), ...pagesIn('docs'), ...pagesIn('.github')];
}

function pagesIn(folder: string): string[] {
	const files = readdirSync(join(checkout, folder), {
		recursive: folder !== '.',
		encoding: 'utf8',
	});
	return files
		.filter((path) => path.endsWith('.md'))
		.map((path) => join(folder, path))
		.sort();
}

/** The names of all ready-made workflows, as files. */
export function workflowFiles(): string[] {
	return readdirSync(join(checkout, 'workflows')).map((name) => `workflows/${name}`);
}

/** A page without what is made from the code, between markers. */
export function writtenTextOf(page: string): string {
	return textOf(page).replace(/<!-- ([\w-]+):start -->[\s\S]*?<!-- \1:end -->\n?/g, '');
}

/** Sentences of a page that are long enough to be a thought: without code, headings and what is made from the code. */
export function sentencesOf(page: string): string[] {
	return writtenTextOf(page)
		.replace(/^```[\s\S]*?^```/gm, '')
		.split(/(?<=[.:])\s|\n\n| \| /)
		.map((sentence) => sentence.replace(/\s+/g, ' ').trim())
		.filter((sentence) => sentence.length > 60);
}

export function packageJson(): {
	version: string;
	homepage: string;
	scripts: Record<string, string>;
} {
	return JSON.parse(textOf('package.json')) as {
		homepage: string;
		version: string;
		scripts: Record<string, string>;
	};
}

/** The JSON that follows an `<!-- output:… -->` mark. */
export function example(text: string, name: string): unknown {
	const block = text.split(`<!-- output:${name} -->\n\`\`\`json\n`)[1]?.split('\n```')[0];
	return JSON.parse(block ?? 'null');
}

interface WorkflowText {
	nodes: Array<{
		type: string;
		typeVersion: number;
		parameters: { events?: string[]; options?: Record<string, unknown> };
	}>;
}

/** The workflow that a reader can paste into n8n: the first JSON block with nodes. */
export function workflowIn(text: string): WorkflowText {
	const blocks = [...text.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, block]) => block);
	return JSON.parse(blocks.find((block) => block.includes('"nodes"')) ?? '{}') as WorkflowText;
}

/** All scripts that a page tells people to run. */
export function scriptsNamedIn(text: string): string[] {
	return [...text.matchAll(/npm (?:run ([a-z][a-z0-9:]*)|(test)\b)/g)].map(
		([, script, test]) => script ?? test,
	);
}

/** Paths in code style that lead nowhere, seen from the checkout and from the nodes' folder. */
export function missingFilesNamedIn(page: string): string[] {
	const named = [...textOf(page).matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|json|yml|md|mjs))`/g)];
	return named
		.map(([, path]) => path)
		.filter((path) => !existsSync(join(checkout, path)))
		.filter((path) => !existsSync(join(checkout, 'nodes', 'Smile', path)));
}

/**
 * What a page quotes as a message: code in third-level headings and lines of the log, cut where the
 * page or the code puts a value in.
 */
export function messagesIn(text: string): string[] {
	const headings = [...text.matchAll(/^### .*`.*$/gm)].flatMap(([line]) => codeIn(line));
	const sentences = codeIn(text).filter((code) => /^(Smile|An|The) [a-z]/.test(code));
	const reasons = sentences.map((code) => code.replace(/^Smile delivery(?: \w+: ?)?/, ''));
	// A single word would be found anywhere in the code: it must be a text of its own.
	const logged = reasons.map((reason) => reason.replace(/^\w+$/, "'$&'"));
	const cut = [...headings, ...logged].flatMap((code) => code.split(/…|\d+/));
	return [...new Set(cut.map((part) => part.trim()).filter((part) => part !== ''))];
}

function codeIn(text: string): string[] {
	return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
}

/** All TypeScript that is shipped, as one text. */
export function shippedCode(): string {
	return shippedFiles()
		.map(({ code }) => code)
		.join('\n');
}

/** Files of the nodes, seen from their folder, whose code fits a pattern. */
export function shippedFilesWith(pattern: RegExp): string[] {
	return shippedFiles()
		.filter(({ code }) => pattern.test(code))
		.map(({ path }) => path.replaceAll('\\', '/').replace('Smile/', ''))
		.sort();
}

function shippedFiles(): Array<{ path: string; code: string }> {
	const folder = join(checkout, 'nodes');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return files
		.filter((path) => path.endsWith('.ts'))
		.map((path) => ({ path, code: readFileSync(join(folder, path), 'utf8') }));
}

/** How the lines begin that the nodes write into n8n's log, but for those that only N8N_LOG_LEVEL=debug shows. */
export function logLines(): string[] {
	const written = shippedCode().matchAll(/logger\s*\.(?:info|warn|error)\(\s*[`'"]([^`'"$:]+)/g);
	return [...written].map(([, words]) => words.trim());
}
