import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { openAction } from './support/panels';
import { PickField } from './support/pickField';
import { photograph } from './support/pictures';
import { useBuilder } from './support/useBuilder';

const builder = useBuilder();

const incomes = { resource: 'income', operation: 'getAll' };
const maria = 'acme-1111';
const juan = 'acme-2222';

/** Two people, each with an account, an archive and an income. */
function addPeople({ data }: SimulatedSmile): void {
	data.add('providers', { id: 'sss_ph', name: 'Social Security System' });
	for (const [userId, application, day] of [
		[maria, 'APP-2026-0042', '04'],
		[juan, 'APP-2026-0043', '05'],
	]) {
		const [own, createdAt] = [userId.slice(-4), `2026-03-${day}T05:06:07Z`];
		data.add('users', { id: userId, externalMetadata: { application }, createdAt });
		const account = { providerId: 'sss_ph', connectionStatus: 'CONNECTED', createdAt, userId };
		data.add('accounts', { id: `a-${own}`, ...account });
		const archive = { type: 'PAYSLIP', state: { status: 'FINISHED' }, createdAt, userId };
		data.add('archives', { id: `archive-${own}`, ...archive });
		data.add('incomes', {
			id: `inc-${own}`,
			metadata: { sourceId: `a-${own}`, userId },
		} as never);
	}
}

const asked = () => builder().world.smile.journal.of('GET', '/incomes').at(-1)?.query;

beforeAll(() => addPeople(builder().world.smile));
beforeEach(() => builder().world.smile.journal.clear());

describe('a person who filters a list', () => {
	it('picks a user, then one of that user’s sources, and gets only what is theirs', async () => {
		const { editor } = builder();
		const panel = await openAction(builder(), incomes);
		await panel.addOption('User ID', 'Filters');
		const user = new PickField(panel, 'userId');

		const people = await (await user.open()).allInnerTexts();
		await photograph(editor, 'filter-users');
		await user.pick('APP-2026-0042');
		await panel.addOption('Source ID', 'Filters');
		const source = new PickField(panel, 'sourceId');
		const sources = await (await source.open()).allInnerTexts();
		await photograph(editor, 'filter-sources');
		await source.pick('Account: Social Security System');
		await panel.executeButton.click();
		await panel.output.getByText('inc-1111').first().waitFor();

		expect(people.map((text) => text.trim())).toEqual([
			expect.stringMatching(/^APP-2026-0043, 2026-03-05 \d\d:06 \(acme-2222\)$/),
			expect.stringMatching(/^APP-2026-0042, 2026-03-04 \d\d:06 \(acme-1111\)$/),
		]);
		expect(sources.map((text) => text.trim())).toEqual([
			expect.stringMatching(/^Account: Social Security System, Connected, .+ \(a-1111\)$/),
			expect.stringMatching(/^Archive: Payslip, Finished, .+ \(archive-1111\)$/),
		]);
		expect(asked()).toMatchObject({ userId: maria, sourceId: 'a-1111' });
		expect(await panel.output.innerText()).not.toContain('inc-2222');
	});

	it('finds somebody by what the list shows of them', async () => {
		const panel = await openAction(builder(), incomes);
		await panel.addOption('User ID', 'Filters');

		const found = await new PickField(panel, 'userId').search('0043');

		expect(found).toEqual([expect.stringContaining(juan)]);
	});

	it('sees an ID that the workflow holds as plain text, runs it, and picks another in its place', async () => {
		const { editor } = builder();
		const panel = await openAction(builder(), { ...incomes, filters: { userId: juan } });
		const user = new PickField(panel, 'userId');

		const before = await user.shown();
		await photograph(editor, 'filter-plain-text');
		await panel.executeButton.click();
		await panel.output.getByText('inc-2222').first().waitFor();
		const first = asked();
		await user.chooseMode('list');
		await user.open();
		await user.pick('APP-2026-0042');
		await panel.executeButton.click();
		await panel.output.getByText('inc-1111').first().waitFor();

		expect(before).toBe(juan);
		expect(first).toMatchObject({ userId: juan });
		expect(await user.shown()).toContain('APP-2026-0042');
		expect(asked()).toMatchObject({ userId: maria });
	});

	it('sees an expression that the workflow holds as one', async () => {
		const { editor } = builder();
		const filters = { userId: '={{ "acme-" + "2222" }}' };
		const panel = await openAction(builder(), { ...incomes, filters });

		const shown = await panel.part('resource-locator-userId').innerText();
		await photograph(editor, 'filter-expression');
		await panel.executeButton.click();
		await panel.output.getByText('inc-2222').first().waitFor();

		expect(shown).toContain('"acme-" + "2222"');
		expect(asked()).toMatchObject({ userId: juan });
	});

	it('is told what to do when nothing was picked', async () => {
		const panel = await openAction(builder(), incomes);
		await panel.addOption('User ID', 'Filters');

		await panel.executeButton.click();
		await panel.output.getByText('The field User ID holds nothing').first().waitFor();

		expect(await panel.output.innerText()).toContain('Pick one from the list, or enter its ID');
		expect(asked()).toBeUndefined();
	});
});
