import { logGap } from '../../../nodes/Smile/api/gap';
import type { Result } from '../../../nodes/Smile/api/result';
import type { SmileWebhook } from '../../../nodes/Smile/api/schemas';
import { CapturedLogs } from '../../support/contexts/capturedLogs';
import { said } from '../../support/memorySmile';
import { hook } from '../../support/scriptedCreations';

function logged(created: Result<SmileWebhook>, back: SmileWebhook[] = []): string {
	const logger = new CapturedLogs();
	const { lines } = logger.capture();
	logGap(logger, { created, back }, { outdated: [hook('w-1'), hook('w-2')], ms: 12.4 });
	return said({ lines }).join();
}

describe('the line about a gap', () => {
	const refused = { kind: 'refused', status: 400, code: 'INVALID_PARAMETERS' } as const;

	it.each<[string, Parameters<typeof logged>, string]>([
		['the new one is there', [{ ok: true, value: hook('w-3') }], '. Smile had none for 12 ms; '],
		[
			'the old one is back',
			[{ ok: false, failure: refused }, [hook('w-3')]],
			'so it is back as w-3. Smile had none for 12 ms; ',
		],
		['there is none', [{ ok: false, failure: refused }], '. Smile had none since then; '],
		[
			'nothing is known of the new one',
			[{ ok: false, failure: { kind: 'unreachable' } }],
			'. Smile had none since then, as far as is known; ',
		],
	])('says how long it was where %s', (_when, given, expected) => {
		const line = logged(...given);

		expect(line).toContain(`so w-1, w-2 at ${hook('w-1').url} had to be deleted`);
		expect(line).toContain(expected);
		expect(line.includes('is back as')).toBe(expected.includes('is back as'));
	});
});
