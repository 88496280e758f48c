/** Says what is wrong with a value; undefined when nothing is. */
export type Rule = (value: unknown) => string | undefined;

/** A field that may be left out; sent it must be right, so neither null nor empty. */
export interface Optional {
	optional: Rule;
}

export type Shape = Record<string, Rule | Optional>;

export type Body = Record<string, unknown>;

export function optional(rule: Rule): Optional {
	return { optional: rule };
}

export function text(maximum = Infinity, minimum = 1): Rule {
	return that(`is no text of ${minimum} to ${maximum} characters`, (value) => {
		if (typeof value !== 'string') return false;
		// JSON Schema counts characters as code points; files in base64 are too long to be counted so.
		const length = value.length > maximum ? [...value].length : value.length;
		return length >= minimum && length <= maximum;
	});
}

export function matching(pattern: RegExp, what: string): Rule {
	return that(`is no ${what}`, (value) => typeof value === 'string' && pattern.test(value));
}

export function oneOf(...values: readonly unknown[]): Rule {
	return that('is no value that is known here', (value) => values.includes(value));
}

export function whole(minimum: number, maximum: number): Rule {
	return that(`is no whole number from ${minimum} to ${maximum}`, (value) =>
		typeof value === 'number' && Number.isInteger(value)
			? value >= minimum && value <= maximum
			: false,
	);
}

export const flag = that('is neither true nor false', (value) => typeof value === 'boolean');

export const amount = that('is no number', (value) => Number.isFinite(value));

export const day = matching(/^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/, 'date');

/** UTC and whole seconds, as in every sample. */
export const moment = matching(
	/^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
	'time in UTC with whole seconds',
);

export function email(maximum = Infinity): Rule {
	const address = matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'e-mail address');
	return both(text(maximum), address);
}

export function both(one: Rule, other: Rule): Rule {
	return (value) => one(value) ?? other(value);
}

export function listOf(rule: Rule, minimum = 0, maximum = Infinity): Rule {
	return (value) => {
		if (!Array.isArray(value)) return 'is no list';
		if (value.length < minimum || value.length > maximum) return 'has too few or too many entries';
		return value.map(rule).find((wrong) => wrong !== undefined);
	};
}

/** An object with these fields and no other. */
export function shaped(shape: Shape): Rule {
	return (value) => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no object';
		const body = value as Body;
		const unknown = Object.keys(body).find((name) => !(name in shape));
		if (unknown !== undefined) return `${unknown} is no field of this`;
		for (const [name, rule] of Object.entries(shape)) {
			const wrong = wrongField(body[name], rule);
			if (wrong) return `${name} ${wrong}`;
		}
		return undefined;
	};
}

function wrongField(value: unknown, rule: Rule | Optional): string | undefined {
	if (typeof rule === 'function') return value === undefined ? 'is missing' : rule(value);
	return value === undefined ? undefined : rule.optional(value);
}

function that(wrong: string, isRight: (value: unknown) => boolean): Rule {
	return (value) => (isRight(value) ? undefined : wrong);
}
