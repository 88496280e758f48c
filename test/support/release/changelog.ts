const unreleased = /^## \[Unreleased\]\n/m;
const links = /^\[Unreleased\]: (.+)\/compare\/v(.+)\.\.\.HEAD$/m;

/**
 * A CHANGELOG in the form of Keep a Changelog whose unreleased lines now belong to a version: under
 * their own heading, with links that compare it. The date is written as year-month-day. Throws when
 * nothing is unreleased, the version has a heading already, or the links are not in their form.
 */
export function withRelease(changelog: string, version: string, date: string): string {
	if (changelog.includes(`## [${version}]`)) {
		throw new Error(`CHANGELOG.md has a section ${version} already.`);
	}
	const heading = unreleased.exec(changelog);
	const link = links.exec(changelog);
	if (!heading || !link) {
		throw new Error('CHANGELOG.md lacks the heading [Unreleased] or the link that compares it.');
	}
	const start = heading.index + heading[0].length;
	const end = changelog.indexOf('\n## ', start);
	if (!/^- /m.test(changelog.slice(start, end === -1 ? link.index : end))) {
		throw new Error(
			'Nothing stands under Unreleased in CHANGELOG.md: write down what has changed.',
		);
	}
	const [line, repository, before] = link;
	return `${changelog.slice(0, start)}\n## [${version}] - ${date}\n${changelog.slice(start)}`.replace(
		line,
		[
			`[Unreleased]: ${repository}/compare/v${version}...HEAD`,
			`[${version}]: ${repository}/compare/v${before}...v${version}`,
		].join('\n'),
	);
}
