import { resources } from '../../nodes/Smile/actions/resources';
import { smileResources } from '../../nodes/Smile/actions/smileResources';
import { replacedBetweenMarkers, textBetweenMarkers } from '../support/document';
import { fidelityTables } from '../support/fidelityTables';
import { catalogue } from '../../nodes/Smile/events/catalogue';
import { laterQuestions } from '../probe/later';
import { questions } from '../probe/questions';
import { Smile } from '../../nodes/Smile/Smile.node';
import { SmileTrigger } from '../../nodes/Smile/SmileTrigger.node';
import { rebuildable } from '../../nodes/Smile/recover/rebuildable';
import { eventTable } from '../support/eventTable';
import { previewFiles, previewFilesOnDisk } from '../support/generate';
import { generatedParts } from '../support/generatedParts';
import { resourceTable } from '../support/resourceTable';
import { ACTION_VERSIONS, outputPreviews, TRIGGER_VERSIONS } from '../support/outputPreviews';

const hint = 'run "npx gulp generate"';

const operationPaths = Object.entries(resources).flatMap(([resource, { operations }]) =>
	operations.map(({ option }) => `v1.0.0/${resource}/${option.value}.json`),
);

describe('the output previews', () => {
	it(`are on disk what the catalogue says, else ${hint}`, () => {
		expect(previewFilesOnDisk()).toEqual(previewFiles());
	});

	it('go by the versions that the nodes have', () => {
		expect([new Smile().description.version].flat()).toEqual(ACTION_VERSIONS);
		expect([new SmileTrigger().description.version].flat()).toEqual(TRIGGER_VERSIONS);
	});

	it('exist for each operation of the action', () => {
		const ofAction = Object.keys(outputPreviews()).filter((path) => path.startsWith('v1.0.0/'));

		expect(ofAction.sort()).toEqual(operationPaths.sort());
	});

	it('show what each kind of record has in the one of the data of an event', () => {
		const record = outputPreviews()['v1.0.0/event/getData.json'].properties?.record.properties;

		expect(record?.netAmount.type).toBe('number');
		expect(record?.fullName.type).toBe('string');
	});

	it('never show a secret', () => {
		expect(Object.values(outputPreviews()).filter(({ properties }) => properties?.secret)).toEqual(
			[],
		);
	});

	// n8n's editor refuses a preview of another shape.
	it.each(Object.entries(outputPreviews()))(
		'describe an object with fields in %s',
		(_path, preview) => {
			expect(preview.type).toBe('object');
			expect(Object.keys(preview.properties ?? {})).not.toEqual([]);
		},
	);

	it('show the fields of every event in the one of the trigger', () => {
		const data = outputPreviews()['v1.1.0.json'].properties?.data.properties ?? {};

		const fields = Object.values(catalogue).flatMap((entry) => Object.keys(entry.data().shape));
		expect(Object.keys(data).sort()).toEqual([...new Set(fields)].sort());
	});

	it('show records, forms and results side by side in a payload', () => {
		const payload = outputPreviews()['v1.1.0.json'].properties?.data.properties?.payload;

		const income = payload?.properties?.incomes.properties?.items.items;
		expect(income?.properties?.grossAmount).toEqual({
			type: 'number',
			description: 'Pay before deductions',
		});
		expect(payload?.properties?.forms.items?.properties?.name.type).toBe('string');
		expect(payload?.properties?.result.properties?.employerName.type).toBe('string');
	});
});

describe('the documentation', () => {
	it.each(generatedParts)(`has in $page the $part as the code says, else ${hint}`, (generated) => {
		expect(textBetweenMarkers(generated.page, generated.part)).toBe(generated.text());
	});

	it('keeps what stands around the markers', () => {
		const document = '# Title\n<!-- a:start -->\nold\n<!-- a:end -->\nrest\n';

		const updated = replacedBetweenMarkers(document, 'a', 'new');

		expect(updated).toBe('# Title\n<!-- a:start -->\n\nnew\n\n<!-- a:end -->\nrest\n');
		expect(replacedBetweenMarkers(updated, 'a', 'new')).toBe(updated);
	});

	it.each(['no markers', '<!-- a:start -->', '<!-- a:end --> <!-- a:start -->'])(
		'cannot take a part without both markers in order: %s',
		(document) => {
			expect(() => replacedBetweenMarkers(document, 'a', 'new')).toThrow(
				'the document has no markers called a',
			);
		},
	);
});

describe('the table of events', () => {
	it('has a row for each event type', () => {
		const rows = eventTable().match(/^\| `[A-Z_]+` \|/gm);

		expect(rows?.sort()).toEqual(
			Object.keys(catalogue)
				.map((type) => `| \`${type}\` |`)
				.sort(),
		);
	});

	it('groups the event types by category', () => {
		const invites = eventTable()
			.split('### ')
			.find((part) => part.startsWith('Invites'));

		expect(invites?.match(/`[A-Z]+_[A-Z_]+`/g)).toEqual(['`INVITE_INVITED`', '`INVITE_LINKED`']);
	});

	it('marks optional fields with a question mark', () => {
		expect(eventTable()).toContain('| `userId`, `session?` |');
	});

	it('says yes of what can be rebuilt, and no of the rest', () => {
		const rows = [...eventTable().matchAll(/^\| `([A-Z_]+)` \|.*\| (\w+) \|$/gm)];

		const said = Object.fromEntries(rows.map(([, type, rebuilt]) => [type, rebuilt === 'yes']));
		expect(said).toEqual(
			Object.fromEntries(Object.keys(catalogue).map((type) => [type, rebuildable.has(type)])),
		);
	});
});

describe('the page of open questions', () => {
	it('has a row for each question, once', () => {
		const ids = [...questions, ...laterQuestions].map(({ id }) => id);

		const rows = fidelityTables().match(/^\| .*? `[\w.]+` \|/gm) ?? [];
		expect(rows.map((row) => row.match(/`([\w.]+)` \|$/)?.[1])).toEqual(ids);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('the table of readable resources', () => {
	it('has a row for each of them', () => {
		const rows = resourceTable().split('\n').slice(2);

		expect(rows.map((row) => row.split(' | ')[0])).toEqual(
			Object.values(smileResources).map(({ name }) => `| **${name}**`),
		);
	});
});
