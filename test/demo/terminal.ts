/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- writes to the terminal */
import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** Colours a text on a terminal; elsewhere, and with NO_COLOR, the text stays plain. */
export function styled(style: Style, text: string): string {
	return styleText(style, text, { stream: process.stdout });
}

export function print(line = ''): void {
	process.stdout.write(`${line}\n`);
}

export function printHeading(text: string): void {
	print(`\n${styled('bold', text)}`);
}

/** One step of the preparation that has begun or is done. */
export function printStep(text: string): void {
	print(`  ${text}`);
}

export function printError(text: string): void {
	process.stderr.write(`\n${text}\n`);
}

/** Characters that fit into a line; where there is no terminal, as many as are easy to read. */
export function lineWidth(): number {
	return Math.max(process.stdout.columns || 120, 60);
}

/** A text that fits into so many characters. */
export function cut(text: string, width: number): string {
	return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
