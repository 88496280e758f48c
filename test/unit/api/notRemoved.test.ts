import { logMayBeMade, logNotRemoved } from '../../../nodes/Smile/api/notRemoved';
import type { Failure } from '../../../nodes/Smile/api/failure';

type Logger = Parameters<typeof logNotRemoved>[0];

function linesFor(failure: Failure): string[] {
	const lines: string[] = [];
	const nothing = () => undefined;
	const logger: Logger = {
		warn: (line) => void lines.push(line),
		error: nothing,
		info: nothing,
		debug: nothing,
	};
	logNotRemoved(logger, { id: 'w-1', url: 'https://one.example.test' }, failure);
	logMayBeMade(logger, 'https://one.example.test', failure);
	expect(lines).toHaveLength(2);
	return lines;
}

describe('the log of what is left at Smile', () => {
	it('holds code and request id', () => {
		for (const line of linesFor({ kind: 'refused', status: 400, code: 'A_B', requestId: 'r-1' })) {
			expect(line).toContain('(A_B, r-1)');
		}
	});

	it('holds the status where there is no code', () => {
		for (const line of linesFor({ kind: 'fault', status: 502 }))
			expect(line).toContain('(HTTP 502)');
	});

	it('holds nothing of a person, whatever Smile gives for them', () => {
		const code = 'No maria@example.test';
		const requestId = `for 639170000000 ${'so '.repeat(100)}`;

		for (const line of linesFor({ kind: 'refused', status: 400, code, requestId })) {
			expect(line).toContain('(No ***, for *** so');
			expect(line.length).toBeLessThan(300);
		}
	});
});
