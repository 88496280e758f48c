import { withRelease } from '../../support/release/changelog';

const host = 'https://git.example/acme/parcel';

const changelog = (unreleased: string) =>
	[
		'# Changelog',
		'',
		'## [Unreleased]',
		unreleased,
		'## [0.1.0] - 2026-01-02',
		'',
		'### Added',
		'',
		'- Everything.',
		'',
		`[Unreleased]: ${host}/compare/v0.1.0...HEAD`,
		`[0.1.0]: ${host}/releases/tag/v0.1.0`,
		'',
	].join('\n');

const fixed = '\n### Fixed\n\n- Something.\n';

describe('a release in the changelog', () => {
	it('takes over what was unreleased, and leaves an empty section behind', () => {
		const released = withRelease(changelog(fixed), '0.2.0', '2026-03-04');

		expect(released).toContain(
			`## [Unreleased]\n\n## [0.2.0] - 2026-03-04\n${fixed}\n## [0.1.0] - 2026-01-02\n`,
		);
	});

	it('is compared with the one before, and what follows with it', () => {
		const released = withRelease(changelog(fixed), '0.2.0', '2026-03-04');

		expect(released.split('\n').filter((line) => line.includes('://'))).toEqual([
			`[Unreleased]: ${host}/compare/v0.2.0...HEAD`,
			`[0.2.0]: ${host}/compare/v0.1.0...v0.2.0`,
			`[0.1.0]: ${host}/releases/tag/v0.1.0`,
		]);
	});

	it('can be followed by the next one', () => {
		const once = withRelease(changelog(fixed), '0.2.0', '2026-03-04');
		const noted = once.replace('## [Unreleased]\n', `## [Unreleased]\n${fixed}`);

		const twice = withRelease(noted, '0.3.0', '2026-04-05');

		expect(twice.match(/^## .*/gm)).toEqual([
			'## [Unreleased]',
			'## [0.3.0] - 2026-04-05',
			'## [0.2.0] - 2026-03-04',
			'## [0.1.0] - 2026-01-02',
		]);
		expect(twice).toContain(`[0.3.0]: ${host}/compare/v0.2.0...v0.3.0\n`);
	});

	it.each([
		['nothing is unreleased', changelog(''), '0.2.0', 'Nothing stands under Unreleased'],
		['only a heading is unreleased', changelog('\n### Fixed\n'), '0.2.0', 'Nothing stands'],
		['the version was released before', changelog(fixed), '0.1.0', 'section 0.1.0 already'],
		['the links are missing', '## [Unreleased]\n\n- One.\n', '0.2.0', 'lacks the heading'],
	])('is refused when %s', (_why, text, version, said) => {
		expect(() => withRelease(text, version, '2026-03-04')).toThrow(said);
	});
});
