/** A text that a person or an assistant reads in a node or credential, and where it stands. */
export interface ShownText {
	/** The property that holds it, such as `description`. */
	kind: string;
	text: string;
}

/** Properties of a description whose text is shown; `name` is, where it is that of an option. */
const SHOWN = [
	'action',
	'activationMessage',
	'activationHint',
	'description',
	'displayName',
	'errorMessage',
	'eventTriggerDescription',
	'hint',
	'message',
	'placeholder',
	'propertyHint',
	'relationHint',
	'searchHint',
	'content',
];

/** All texts of a description, each once. */
export function shownTexts(description: object): ShownText[] {
	const found = new Map<string, ShownText>();
	collect(description, found);
	return [...found.values()];
}

function collect(part: object, found: Map<string, ShownText>): void {
	const isOption = 'value' in part;
	for (const [kind, value] of Object.entries(part) as Array<[string, unknown]>) {
		if (typeof value === 'object' && value !== null) collect(value, found);
		if (typeof value !== 'string' || value === '') continue;
		if (SHOWN.includes(kind) || (kind === 'name' && isOption)) {
			found.set(`${kind}\n${value}`, { kind, text: value });
		}
	}
}
