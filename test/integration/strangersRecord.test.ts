import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../../nodes/Smile/shared/jsonObject';
import { offered } from '../fixtures/operations';
import { runAction } from '../support/contexts/runAction';
import { sampleParameters } from '../support/operations/sampleParameters';
import { callSmile } from '../support/smile/call';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { waitFor } from '../support/waitFor';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());

/** Operations that look in a list for what a lost answer told of. Uploads are told apart by their user, not their text. */
const looking = offered
	.filter(({ path, repeat }) => ['look', 'never'].includes(repeat) && !path.startsWith('/archives'))
	.map((one) => [one.operationId, one] as const);

/** Fields of what is sent that tell one request from another, the first that is there. */
const TELLING = ['consentedWith', 'fullName', 'name', 'consentText', 'application'];

/** What somebody else sends who asks for nearly the same. */
function almost(body: unknown): IDataObject {
	const changed = structuredClone(body) as IDataObject;
	const places = placesIn(changed);
	const place = TELLING.flatMap((name) => places.filter((one) => one.name === name))[0];
	place.within[place.name] = `${String(place.within[place.name]).slice(0, -1)}x`;
	return changed;
}

function placesIn(within: IDataObject): Array<{ within: IDataObject; name: string }> {
	return Object.entries(within).flatMap(([name, value]) => {
		if (Array.isArray(value))
			return value.filter(isJsonObject).flatMap((one) => placesIn(one as IDataObject));
		return isJsonObject(value) ? placesIn(value as IDataObject) : [{ within, name }];
	});
}

const sent = ({ journal }: SimulatedSmile) =>
	journal.entries.filter(({ method }) => method === 'POST');

describe('a request that was cut while somebody else asked for nearly the same', () => {
	it.each(looking)(
		'never gives what they made: %s',
		async (_id, operation) => {
			const smile = await worlds.startSmile();
			smile.data.people(2, { account: 'connected' });
			smile.switches.echo = 'asSent';
			const [parameters] = sampleParameters(smile, operation);
			smile.faults.next({ kind: 'cut', method: 'POST' });

			const running = runAction({ smile, parameters, continueOnFail: true });
			await waitFor(() => sent(smile).length > 0, { intervalMs: 1 });
			const [{ path, body }] = sent(smile);
			const theirs = await callSmile(smile, path, { method: 'POST', body: almost(body) });
			const [{ json }] = await running;

			const strangers = idsIn(theirs.json.data);
			expect(strangers).not.toEqual([]);
			expect(strangers).not.toContain(json.id);
			// They were there before the node looked.
			const requests = smile.journal.entries.map(({ method }) => method);
			expect(requests.lastIndexOf('GET')).toBeGreaterThan(requests.indexOf('POST') + 1);
			if (operation.repeat === 'never') expect(json).toMatchObject({ mayHaveHappened: true });
			else expect(json).toHaveProperty('id');
		},
		30_000,
	);
});

describe('a query whose answer is lost', () => {
	it.each(looking.filter(([, { path }]) => path.endsWith('/socialSecurities')))(
		'is looked for in the list of its own version: %s',
		async (_id, operation) => {
			const smile = await worlds.startSmile();
			smile.switches.echo = 'asSent';
			const [parameters] = sampleParameters(smile, operation);
			smile.faults.next({ kind: 'answerLost', method: 'POST' });

			const [{ json }] = await runAction({ smile, parameters });

			expect(idsIn(smile.queries.all[0])).toContain(json.id);
			expect(smile.journal.of('GET', operation.path)).toHaveLength(1);
		},
	);
});

/** A user comes inside of what its creation gives. */
function idsIn(data: unknown): unknown[] {
	if (!isJsonObject(data)) return [];
	const { id } = isJsonObject(data.user) ? data.user : data;
	return id === undefined ? [] : [id];
}
