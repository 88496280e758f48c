import { SmileRefusal } from '../envelope';
import { kinds, type Kind, type KindRow } from './kinds';
import type { SmileRecord, Stored } from './shelves';

type Query = Record<string, unknown>;
type Test = (json: SmileRecord) => boolean;

/** Lists of records by the datapoint of an account or archive know `sourceId`. */
const withoutSource = new Set<Kind>([
	'accounts',
	'archives',
	'users',
	'consentTemplates',
	'inviteTemplates',
	'invites',
	'inviteLogs',
	'providers',
]);

const ofPages = new Set(['size', 'cursor']);

/** What the query parameters of a list let pass, by default with the last day or month; refuses unknown ones. */
export function filtered(
	stored: readonly Stored[],
	kind: Kind,
	query: Query,
	endsExcluded = false,
): readonly Stored[] {
	const row: KindRow = kinds[kind];
	const tests: Test[] = [];
	for (const [name, value] of Object.entries(query)) {
		if (ofPages.has(name) || (name === 'topIds' && kind === 'providers')) continue;
		const test = testFor(kind, row, name, String(value));
		if (endsExcluded && /^end(Date|Month)$/.test(name))
			tests.push(before(row, name, String(value)));
		if (!test) throw refusal(`${name} is no parameter of ${kind}`);
		tests.push(test);
	}
	if (tests.length === 0) return stored;
	return stored.filter(({ json }) => tests.every((test) => test(json)));
}

function testFor(kind: Kind, row: KindRow, name: string, value: string): Test | undefined {
	const field = row.equal?.[name];
	if (field) return (json) => String(at(json, field) ?? '') === value;
	if (name === 'ids' && kind === 'providers') return ({ id }) => value.split(',').includes(id);
	if (name === 'userId' && row.user) return (json) => json[String(row.user)] === value;
	const isOfSource = !withoutSource.has(kind) && !kind.includes('/');
	if (name === 'userId' && isOfSource) return ({ metadata }) => metadata?.userId === value;
	if (name === 'sourceId' && isOfSource) return ({ metadata }) => metadata?.sourceId === value;
	return rangeFor(row, name, value);
}

function rangeFor({ dates, months }: KindRow, name: string, value: string): Test | undefined {
	const isStart = name.startsWith('start');
	const [field, length] = name.endsWith('Date') ? [dates, 10] : [months, 7];
	if (!field || !/^(start|end)(Date|Month)$/.test(name)) return undefined;
	const form = length === 10 ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/;
	if (!form.test(value)) throw refusal(`${name} is not valid`);
	return (json) => {
		const date = String(at(json, field) ?? '').slice(0, length);
		return date !== '' && (isStart ? date >= value : date <= value);
	};
}

/** Whether a record is before a day or month, and not in it. */
function before({ dates, months }: KindRow, name: string, value: string): Test {
	const field = (name === 'endDate' ? dates : months) ?? '';
	return (json) => String(json[field]).slice(0, value.length) < value;
}

function at(json: unknown, path: string): unknown {
	const steps = path.split('.');
	return steps.reduce((value, step) => (value as Record<string, unknown> | null)?.[step], json);
}

function refusal(message: string): SmileRefusal {
	return new SmileRefusal('INVALID_PARAMETERS', message);
}
