import type { Answer } from './client';

/** An answer in a few words: its status and code, and nothing of what it says. */
export function described({ status, code, text, headers }: Answer): string {
	if (code !== undefined)
		return `${status} ${/^[A-Z_]{2,40}$/.test(code) ? code : 'with another code'}`;
	if (text === '') return `${status} without a body`;
	const [type] = (headers.get('content-type') ?? 'no content type').split(';');
	return `${status} without Smile's envelope (${type})`;
}

export function isSuccess({ status }: { status: number }): boolean {
	return status >= 200 && status < 300;
}

/** How many of something, in words. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
