import type { IDataObject } from 'n8n-workflow';

import { waitForResult } from '../../../nodes/Smile/actions/verbs/waitForResult';
import { readRecord } from '../../../nodes/Smile/api/readRecord';
import { quickPauses } from '../../support/quickPauses';
import { enveloped, scriptedSmile, type Reply } from '../../support/scriptedSmile';

quickPauses();

const unwrapped = (answered: IDataObject) => (answered.signal as IDataObject) ?? answered;

/** What a wait ends with whose looks get these replies. */
async function waited(record: IDataObject, ...replies: Reply[]) {
	const smile = scriptedSmile(...replies);
	const read = async (id: string) => await readRecord(smile.client, '/signals', id, unwrapped);
	const latest = await waitForResult(smile.client, read, record, 60_000);
	return { latest, calls: smile.calls() };
}

describe('the wait for a result', () => {
	const begun = { id: 's-1', status: 'PROCESSING' };
	const done = { id: 's-1', status: 'COMPLETED', resultCode: 'SUCCESS' };

	it.each([[done], [{ signal: done }]])('ends with it: %j', async (answered) => {
		const { latest, calls } = await waited(begun, enveloped(begun), enveloped(answered));

		expect(latest).toEqual(done);
		expect(calls).toEqual(['GET /signals/s-1', 'GET /signals/s-1']);
	});

	it('goes on while it is wrapped in something', async () => {
		const { latest } = await waited(begun, enveloped({ signal: begun }), enveloped(done));

		expect(latest).toEqual(done);
	});

	it('asks for an id that is a number by its digits', async () => {
		const { latest, calls } = await waited({ ...begun, id: 7 }, enveloped({ ...done, id: 7 }));

		expect(latest).toEqual({ ...done, id: 7 });
		expect(calls).toEqual(['GET /signals/7']);
	});

	it("never gives somebody else's", async () => {
		const another = { id: 's-2', status: 'COMPLETED', resultCode: 'NO_DATA' };

		expect((await waited(begun, enveloped(another))).latest).toEqual(begun);
	});

	it.each([[undefined], [null], [' '], [{}]])('asks for nothing with the id %j', async (id) => {
		const unknown = { ...begun, id };

		expect(await waited(unknown, enveloped(done))).toEqual({ latest: unknown, calls: [] });
	});
});
