import { asDay } from './filterValues';
import type { Input, Labelled } from './input';
import { isEmpty } from './nothing';

/** A number as Smile wants it, also given as text. */
export function numberInput(
	options: Omit<Labelled, 'preset'> & {
		least?: number;
		most?: number;
		isWhole?: boolean;
		preset?: number;
	},
): Input {
	const { displayName, name, description, place, isRequired = false } = options;
	const { least = -Infinity, most = Infinity, isWhole = false } = options;
	const { preset = Math.max(least, 0) } = options;
	return {
		property: { displayName, name, description, type: 'number', default: preset },
		place,
		read: (field) => {
			if (isEmpty(field.value) && !isRequired) return undefined;
			const number = numberIn(field.value);
			const fits = number !== undefined && number >= least && number <= most;
			if (fits && (!isWhole || Number.isSafeInteger(number))) return number;
			const bounds = Number.isFinite(most) ? ` from ${least} to ${most}` : '';
			throw field.error(
				isEmpty(field.value) ? 'holds nothing' : 'holds no such number',
				`Enter a ${isWhole ? 'whole ' : ''}number${bounds}`,
			);
		},
	};
}

/** A day, sent as yyyy-MM-dd. */
export function dayInput(options: Omit<Labelled, 'preset'>): Input {
	const { displayName, name, description, place, isRequired = false } = options;
	return {
		property: {
			displayName,
			name,
			description,
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			...(isRequired ? { required: true } : {}),
		},
		place,
		read: (field) => {
			if (isEmpty(field.value) && !isRequired) return undefined;
			const day = asDay(field.value);
			if (!day.ok) throw field.error(day.problem, 'Enter a day as in 2026-01-31');
			return day.value;
		},
	};
}

function numberIn(value: unknown): number | undefined {
	const isText = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
	const number = isText ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
