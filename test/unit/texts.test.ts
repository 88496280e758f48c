import type { INodeProperties } from 'n8n-workflow';

import { GetSmileApi } from '../../credentials/GetSmileApi.credentials';
import { resources } from '../../nodes/Smile/actions/resources';
import { Smile } from '../../nodes/Smile/Smile.node';
import { SmileTrigger } from '../../nodes/Smile/SmileTrigger.node';
import { shownTexts } from '../support/shownTexts';

const action = new Smile().description;
const trigger = new SmileTrigger().description;
const texts = [action, trigger, new GetSmileApi()]
	.flatMap((one) => shownTexts(one))
	.map(({ kind, text }) => ({ kind, text: text.replace(/<\/?a\b[^>]*>/g, '') }));
const textsOf = (...kinds: string[]) =>
	texts.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
const breaking = (pattern: RegExp) =>
	texts.map(({ text }) => text).filter((text) => pattern.test(text));

/** What is no end of a sentence although it looks like one. */
const withoutShortForms = (text: string) =>
	text.replace(/\b(e\.g|Jr)\./g, '$1').replace(/\.\.\.$/, '');
const isSeveral = (text: string) => /[a-z0-9)”">-][.?!] [A-Z0-9]/.test(withoutShortForms(text));

/** Every list of fields or options in a description, in its order. */
function listsIn(part: object): string[][] {
	const own = Array.isArray(part)
		? [part.map((one: Partial<INodeProperties>) => one?.displayName ?? '')]
		: [];
	const inner = Object.values(part).filter((value) => typeof value === 'object' && value !== null);
	return [...own, ...inner.flatMap((value: object) => listsIn(value))];
}

/** What the entries of all lists say of themselves. */
function entriesIn(part: object): string[] {
	const inner = Object.values(part).filter((value) => typeof value === 'object' && value !== null);
	const own = 'value' in part && 'description' in part ? [String(part.description ?? '')] : [];
	return [...own, ...inner.flatMap((value: object) => entriesIn(value))];
}

describe('the texts of the nodes and the credential', () => {
	it('are all of them', () => {
		expect(texts.length).toBeGreaterThan(900);
		expect(textsOf('displayName')).toEqual(
			expect.arrayContaining(['Trigger On', 'Webhook Secret', 'Resource', 'From List']),
		);
		expect(textsOf('name')).toEqual(expect.arrayContaining(['Get Many', 'Incomes Added']));
	});

	it.each([
		['a before a vowel that is heard', /\ba (?!us|uni|eu|one)[aeiou]/i],
		['an before a consonant that is heard', /\ban (?!hour|honest|MD5|SS|n8n)[^aeiou]/i],
		['an before a u that sounds as in you', /\ban (us|uni|eu)/i],
		['two spaces', / {2}/],
		['a space at an end', /^\s|\s$/],
		['a space before a sign', / [,;:.](?!\w)/],
		['a word twice', /\b(\w+) \1\b/i],
		['a typographic apostrophe beside straight ones', /’/],
		['an exclamation', /!/],
	])('never have %s', (_what, pattern) => {
		expect(breaking(pattern)).toEqual([]);
	});

	it('fit into the two lines that n8n gives an entry of a list', () => {
		const entries = [action, trigger].flatMap((one) => entriesIn(one));

		expect(entries.length).toBeGreaterThan(200);
		expect(entries.filter((text) => text.length > 112)).toEqual([]);
	});

	it('begin with a capital letter or a digit', () => {
		const wrong = texts.filter(({ text }) => !/^[A-Z0-9]|^e\.g\. |^n8n /.test(text));

		expect(wrong).toEqual([]);
	});

	it('end with a full stop where they are several sentences, and not where they are one', () => {
		const wrong = textsOf('description', 'hint', 'errorMessage').filter(
			(text) => /\.$/.test(withoutShortForms(text)) !== isSeveral(text),
		);

		expect(wrong).toEqual([]);
	});

	it('of notices are whole sentences', () => {
		const notices = [...action.properties, ...trigger.properties]
			.filter(({ type }) => type === 'notice')
			.map(({ displayName }) => displayName);

		expect(notices.length).toBeGreaterThan(8);
		expect(notices.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
	});

	it('have each beginning before its end', () => {
		const lists = [action, trigger].flatMap((one) => listsIn(one));
		const wrong = lists.filter((labels) =>
			labels.some((label, index) => {
				const start = label.replace(/^End\b/, 'Start');
				return start !== label && labels.indexOf(start) > index;
			}),
		);

		expect(lists.filter((labels) => labels.includes('End Date')).length).toBeGreaterThan(10);
		expect(wrong).toEqual([]);
	});
});

describe('a resource', () => {
	it('says more of itself than its name', () => {
		const mute = Object.values(resources).filter(
			({ name, description }) => description.split(' ').length < name.split(' ').length + 2,
		);

		expect(mute.map(({ name }) => name)).toEqual([]);
	});
});

describe('the two nodes', () => {
	it('are described alike, as the nodes panel shows them as one', () => {
		expect(action.description).toBe(trigger.description);
		expect(action.description).toMatch(/event.*employment.*income/);
	});
});
