import { activationTime } from '../../support/activationTime';
import { refused, said } from '../../support/memorySmile';
import { quickPauses } from '../../support/quickPauses';
import { ASKED, forAddress, old, passes, setUp, url, wanted } from '../../support/replacements';
import { enveloped } from '../../support/scriptedSmile';

quickPauses();
const time = activationTime();

describe('a webhook that is refused all the same once the old ones are deleted', () => {
	const gap = (ids: string[], rest: string) =>
		`warn: Smile accepts one webhook for an address, so ${ids.join(', ')} at ${url} had to be deleted before its successor was made. ${rest}; what happened meanwhile is not delivered`;
	const backAs = (ids: string[], ms: number) =>
		`Its successor could not be made, so it is back as ${ids.join(', ')}. Smile had none for ${ms} ms`;

	it('has them put back, and the log says so', async () => {
		const { smile, ids, run } = setUp(old, { ...old, name: 'Further', includePayload: true });
		smile.interfere('POST', ...forAddress, () => {
			time.jam(12);
			return refused;
		});

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'INVALID_PARAMETERS' } });

		expect(smile.webhooks.all).toMatchObject([old, { name: 'Further', includePayload: true }]);
		expect(said(smile)).toEqual([gap(ids, backAs(smile.ids, 12))]);
	});

	it('has them put back under the wanted secret, where Smile does not show theirs', async () => {
		const { smile, run } = setUp(old);
		smile.webhooks.withoutSecretEcho = true;
		smile.interfere('POST', ...forAddress, refused);

		await run();

		expect(smile.webhooks.all).toMatchObject([{ ...old, secret: wanted.secret }]);
	});

	it('leaves none where they cannot be put back either, and the log says so', async () => {
		const { smile, ids, run } = setUp(old);
		smile.interfere('POST', ...forAddress, refused, refused);

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'INVALID_PARAMETERS' } });

		expect(smile.ids).toEqual([]);
		expect(said(smile)).toEqual([gap(ids, 'Smile had none since then')]);
	});

	it('is the one that another process has made in the place of the old ones', async () => {
		const { smile, run } = setUp(old);
		const made: string[] = [];
		smile.interfere('POST', ...forAddress, () => {
			made.push(smile.webhooks.add(wanted).id);
			return refused;
		});
		smile.interfere('POST', refused);

		expect(await run()).toMatchObject({ ok: true, value: { id: made[0] } });
	});

	it('does not bring back what n8n had let go of', async () => {
		const { smile, ids, letGo, run } = setUp(old, { ...old, name: 'Further' });
		letGo.add(ids[0]);
		smile.interfere('POST', ...forAddress, refused);

		await run();

		expect(smile.webhooks.all).toMatchObject([{ ...old, name: 'Further' }]);
	});

	it('does not bring back what somebody else has deleted', async () => {
		const { smile, ids, run } = setUp(old);
		smile.interfere(
			'POST',
			refused,
			() => {
				smile.webhooks.remove(ids[0]);
				return refused;
			},
			passes,
			refused,
		);

		await run();

		expect(smile.ids).toEqual([]);
		expect(smile.writes).toHaveLength(ASKED + 2);
	});

	it('has put back those that were deleted before one could not be', async () => {
		const { smile, ids, run } = setUp(old, { ...old, name: 'Further' });
		smile.interfere('POST', ...forAddress);
		smile.interfere('DELETE', passes, enveloped(), enveloped({}, 'UNAUTHORIZED_ACCESS', 403));

		expect(await run()).toMatchObject({ ok: false, failure: { code: 'UNAUTHORIZED_ACCESS' } });

		expect(smile.writes.slice(ASKED)).toEqual([
			...ids.map((id) => `DELETE /webhooks/${id}`),
			'POST /webhooks',
		]);
		expect(said(smile)).toEqual([gap(ids, backAs(smile.ids.slice(2), 0))]);
	});
});
