import type { Change } from './changes';

export interface Accepted extends Pick<Change, 'file' | 'mutator' | 'was' | 'becomes'> {
	/** Why no test has to notice this change. */
	why: string;
}

/**
 * Changes that no test notices and that are left so, by hand, each with its reason: mostly those after which the code
 * does the same. They count as not noticed all the same.
 */
export const accepted: readonly Accepted[] = [
	{
		file: 'delivery/filterEvent.ts',
		mutator: 'ArrayDeclaration',
		was: '[]',
		becomes: '["Stryker was here"]',
		why: 'an event without providers then has one that no trigger asks for',
	},
	{
		file: 'delivery/filterEvent.ts',
		mutator: 'ConditionalExpression',
		was: "typeof value === 'string'",
		becomes: 'true',
		why: 'what is no text has no other spelling, and comes back as it is',
	},
	{
		file: 'delivery/signingSecrets.ts',
		mutator: 'ConditionalExpression',
		was: '!kept || !tried',
		becomes: 'false',
		why: 'where no secrets are in use the last read has failed, so there is a failure to throw',
	},
	{
		file: 'delivery/signingSecrets.ts',
		mutator: 'LogicalOperator',
		was: '!kept || !tried',
		becomes: '!kept && !tried',
		why: 'what was tried was in use, and the last read has failed since',
	},
	{
		file: 'activation/attempts.ts',
		mutator: 'StringLiteral',
		was: "'registered'",
		becomes: '""',
		why: 'what has ended is neither under way nor failed, whatever else it is called',
	},
	{
		file: 'api/details.ts',
		mutator: 'StringLiteral',
		was: "''",
		becomes: '"Stryker was here!"',
		why: 'what is no secret is then a text that no answer has',
	},
	{
		file: 'api/details.ts',
		mutator: 'ArrayDeclaration',
		was: '[]',
		becomes: '["Stryker was here"]',
		why: 'a form that the text does not have is taken out nowhere',
	},
	{
		file: 'api/download.ts',
		mutator: 'ObjectLiteral',
		was: '{ isTimeUp: false }',
		becomes: '{}',
		why: 'what is undefined is as false',
	},
	{
		file: 'api/errors.ts',
		mutator: 'ObjectLiteral',
		was: '{ message }',
		becomes: '{}',
		why: "n8n takes the options' message, which is the same",
	},
	{
		file: 'api/fileAddress.ts',
		mutator: 'Regex',
		was: '/^\\d+(\\.\\d+){3}$/',
		becomes: '/\\d+(\\.\\d+){3}$/',
		why: 'URL refuses a host whose last part is a number, unless all of it is an address',
	},
	{
		file: 'api/fileName.ts',
		mutator: 'EqualityOperator',
		was: 'characters.length <= MOST',
		becomes: 'characters.length < MOST',
		why: 'of a name of just that length nothing is cut off',
	},
	{
		file: 'api/findMade.ts',
		mutator: 'ArrayDeclaration',
		was: '[]',
		becomes: '["Stryker was here"]',
		why: 'a text has no id, and what has none is not looked at',
	},
	{
		file: 'api/inTurn.ts',
		mutator: 'ObjectLiteral',
		was: '{ once: true }',
		becomes: '{}',
		why: 'a signal fires once',
	},
	{
		file: 'api/inTurn.ts',
		mutator: 'BooleanLiteral',
		was: 'true',
		becomes: 'false',
		why: 'a signal fires once',
	},
	{
		file: 'api/isRefusedForAddress.ts',
		mutator: 'StringLiteral',
		was: "'doubt'",
		becomes: '""',
		why: 'whatever is neither accepted nor refused is a doubt',
	},
	{
		file: 'api/mask.ts',
		mutator: 'ConditionalExpression',
		was: 'form.length <= text.length',
		becomes: 'true',
		why: 'what is longer than the text is not in it; this only spares copying it',
	},
	{
		file: 'api/mask.ts',
		mutator: 'MethodExpression',
		was: '[...new Set(all)].filter((form) => text.includes(form))',
		becomes: '[...new Set(all)]',
		why: 'a form that the text does not have is taken out nowhere',
	},
	{
		file: 'api/mask.ts',
		mutator: 'ArrayDeclaration',
		was: '[]',
		becomes: '["Stryker was here"]',
		why: 'a form that the text does not have is taken out nowhere',
	},
	{
		file: 'api/pace.ts',
		mutator: 'ArrayDeclaration',
		was: '[]',
		becomes: '["Stryker was here"]',
		why: 'a text has no time at which it leaves, so it has left',
	},
	{
		file: 'api/pace.ts',
		mutator: 'OptionalChaining',
		was: 'this.waiting.next()?.(place)',
		becomes: 'this.waiting.next()(place)',
		why: 'that somebody waits was asked a few lines above',
	},
	{
		file: 'api/pace.ts',
		mutator: 'ArithmeticOperator',
		was: 'begun + ON_THE_WAY_MS',
		becomes: 'begun - ON_THE_WAY_MS',
		why: 'it is asked again once the request has arrived, and only then anything begins',
	},
	{
		file: 'api/pace.ts',
		mutator: 'MethodExpression',
		was: 'this.places.filter((place) => countedAt(place) + WINDOW_MS > now)',
		becomes: 'this.places',
		why: 'what has left holds back nobody; the list would only grow',
	},
	{
		file: 'api/pace.ts',
		mutator: 'ConditionalExpression',
		was: 'countedAt(place) + WINDOW_MS > now',
		becomes: 'true',
		why: 'what has left holds back nobody; the list would only grow',
	},
	{
		file: 'api/pace.ts',
		mutator: 'EqualityOperator',
		was: 'countedAt(place) + WINDOW_MS > now',
		becomes: 'countedAt(place) + WINDOW_MS >= now',
		why: 'what leaves just now holds back nobody',
	},
	{
		file: 'api/pace.ts',
		mutator: 'ConditionalExpression',
		was: 'tooMany < 0',
		becomes: 'false',
		why: 'the place before the first has no time, which is not later than now',
	},
	{
		file: 'api/pace.ts',
		mutator: 'ConditionalExpression',
		was: 'this.wakesAt === moment',
		becomes: 'true',
		why: 'a waking too many finds nothing to do',
	},
	{
		file: 'api/storeFile.ts',
		mutator: 'StringLiteral',
		was: "'The file is too large'",
		becomes: '""',
		why: 'nobody reads it: the bytes that were counted tell what happened',
	},
	{
		file: 'api/wholePayload.ts',
		mutator: 'StringLiteral',
		was: "'datapoints'",
		becomes: '""',
		why: 'every form but that of a session is read as data points',
	},
	{
		file: 'api/webhookSettings.ts',
		mutator: 'EqualityOperator',
		was: 'ageOf(one) < ageOf(other)',
		becomes: 'ageOf(one) <= ageOf(other)',
		why: 'two webhooks never have the same id, so no two are of the same age',
	},
	{
		file: 'api/withoutSent.ts',
		mutator: 'ArrayDeclaration',
		was: '[]',
		becomes: '["Stryker was here"]',
		why: 'a form that the text does not have is taken out nowhere',
	},
	{
		file: 'api/withoutSent.ts',
		mutator: 'StringLiteral',
		was: "''",
		becomes: '"Stryker was here!"',
		why: 'what is sent is an object, whose fields have names of their own',
	},
	{
		file: 'api/writeOnce.ts',
		mutator: 'ConditionalExpression',
		was: "typeof id === 'string'",
		becomes: 'true',
		why: 'an id that is no text is never looked for',
	},
];

export function reasonFor(change: Change, among: readonly Accepted[]): string | undefined {
	return among.find((entry) => isSame(entry, change))?.why;
}

/** Entries about these files to which no unnoticed change belongs any more: the code or the tests have moved on. */
export function staleAmong(
	among: readonly Accepted[],
	files: readonly string[],
	unnoticed: readonly Change[],
): Accepted[] {
	return among.filter(
		(entry) => files.includes(entry.file) && !unnoticed.some((change) => isSame(entry, change)),
	);
}

function isSame(entry: Accepted, change: Change): boolean {
	return (['file', 'mutator', 'was', 'becomes'] as const).every(
		(key) => entry[key] === change[key],
	);
}
