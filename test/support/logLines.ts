import type { PublishedTrigger } from './contexts/publishedTrigger';

/** The texts of the log lines that hold all of the words. */
export function linesWith({ logs }: PublishedTrigger, ...words: string[]): string[] {
	return logs
		.map(({ message }) => message)
		.filter((message) => words.every((word) => message.includes(word)));
}
