import { LONGEST_EMAIL_ADDRESS } from '../../api/limits';
import { isBlank } from '../../shared/textOf';
import { shown, type Input, type Labelled } from './input';
import { checkText, readExactText, readText, type TextRules } from './text';

const EMAIL_ADDRESS = new RegExp(
	`^(?=.{3,${LONGEST_EMAIL_ADDRESS}}$)[^\\s@]+@[^\\s@]+\\.[^\\s@]+$`,
);

interface TextKind {
	rows?: number;
	isSecret?: boolean;
	/** An id at Smile: where it was added, somebody means what it names and not what Smile does without it. */
	isId?: boolean;
}

type TextInput = Labelled & TextRules & TextKind;

/** A text within Smile's limits. */
export function textInput(options: TextInput): Input {
	const { rows, isSecret, place, isRequired = false } = options;
	const typeOptions = { ...(rows ? { rows } : {}), ...(isSecret ? { password: true } : {}) };
	return {
		property: {
			...shown(options),
			type: 'string',
			...(Object.keys(typeOptions).length > 0 ? { typeOptions } : {}),
		},
		place,
		read: (field) => {
			// The spaces of a long text are its author's.
			const text = rows ? readExactText(field) : readText(field);
			if (isBlank(text) && options.isId) throw field.error('holds nothing', 'Enter an ID');
			if (isBlank(text) && !isRequired && options.least !== 0) return undefined;
			checkText(field, text, options);
			return text;
		},
	};
}

/** A text of a form that Smile documents; `todo` says which, as in "Enter two capital letters". */
export function patternInput(
	options: Labelled & { pattern: RegExp; todo: string; normalize?(text: string): string },
): Input {
	const { pattern, todo, normalize = (text) => text, isRequired = false, place } = options;
	return {
		property: { ...shown(options), type: 'string' },
		place,
		read: (field) => {
			const text = normalize(readText(field));
			if (text === '' && !isRequired) return undefined;
			if (text === '') throw field.error('holds nothing', todo);
			if (!pattern.test(text)) throw field.error('holds something else', todo);
			return text;
		},
	};
}

/** An e-mail address. */
export function emailInput(options: Labelled): Input {
	return patternInput({
		...options,
		pattern: EMAIL_ADDRESS,
		todo: `Enter an e-mail address of at most ${LONGEST_EMAIL_ADDRESS} characters`,
	});
}
