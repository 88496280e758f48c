import { freePort } from '../support/freePort';
import { startReceiver, type Receiver } from '../support/smile/receiver';
import { startSmile } from '../support/smile/server';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';

// Signed with OpenSSL: a secret, a body of 275 bytes and the HMAC-SHA512 of the two.
const secret = 'a little secret';
const body =
	'{"id":"et-0a1b2c3d4e5f60718293a4b5c6d7e8f9","version":1,"type":"ACCOUNT_CONNECTED",' +
	'"createdAt":"2026-03-04T05:06:07Z","data":{"userId":"acme-11112222333344445555666677778888",' +
	'"accountId":"a-99990000aaaabbbbccccddddeeeeffff","loginName":"maria.santos",' +
	'"providers":["sss_ph"]}}';
const signature =
	'cb685785875fe99899b76191415d9bd49a5cec7d4829ab2fce6fc42e0b424b43' +
	'f02ae6ee28dba6f5b39cf7972070b2c612ddbc00c446c163edbf919e2a2d7976';

const url = 'https://n8n.example.test/webhook/1';
let smile: SimulatedSmile;
let receiver: Receiver;

beforeEach(async () => {
	smile = await startSmile();
	receiver = await startReceiver();
	smile.mapHost('https://n8n.example.test', receiver.origin);
});
afterEach(async () => {
	await smile.close();
	await receiver.close();
});

describe('a delivery of the simulated Smile', () => {
	it('posts the exact bytes with their signature to the local side of the public host', async () => {
		smile.webhooks.add({ url, secret });

		const delivered = await smile.deliver(body);

		expect(delivered).toMatchObject({ status: 200, body: 'answered 200', sent: body });
		expect(delivered.attempts).toHaveLength(1);
		const [got] = receiver.received;
		expect(got).toMatchObject({ method: 'POST', path: '/webhook/1', body: Buffer.from(body) });
		expect(got?.headers).toMatchObject({ 'smile-signature': signature, host: 'n8n.example.test' });
		expect(got?.headers['content-type']).toBe('application/json');
	});

	it('is altered, compressed and cut only after it was signed', async () => {
		const how = { to: url, secret, chunks: 5 };

		await smile.deliver(body, { ...how, alter: (bytes) => `${String(bytes)}\n` });
		await smile.deliver(body, { ...how, gzip: true });

		const [altered, zipped] = receiver.received;
		expect(altered?.headers['smile-signature']).toBe(signature);
		expect(altered?.body.toString()).toBe(`${body}\n`);
		expect(altered?.pieces).toHaveLength(5);
		expect(zipped?.headers).toMatchObject({
			'content-encoding': 'gzip',
			'smile-signature': signature,
		});
		expect(zipped?.body.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
	});

	it('takes other headers, signatures and content types, or leaves them out', async () => {
		const how = { to: url, secret };

		await smile.deliver(body, { ...how, signature: null, contentType: null });
		await smile.deliver(body, { ...how, signature: ['one', 'two'], headers: { 'X-More': 'yes' } });

		const [bare, dressed] = receiver.received;
		expect(bare?.headers).not.toHaveProperty('smile-signature');
		expect(bare?.headers).not.toHaveProperty('content-type');
		expect(dressed?.headerCounts['smile-signature']).toBe(2);
		expect(dressed?.headers['x-more']).toBe('yes');
	});

	it('is tried three times until a status of 200 to 299 comes back', async () => {
		const how = { to: url, secret };
		receiver.answers.push(500, 301, 204, 500, 502, 503, 404);

		const late = await smile.deliver(body, how);
		const lost = await smile.deliver(body, how);
		const single = await smile.deliver(body, { ...how, retry: false });

		expect(late.attempts.map(({ status }) => status)).toEqual([500, 301, 204]);
		expect(lost.attempts.map(({ status }) => status)).toEqual([500, 502, 503]);
		expect(lost).toMatchObject({ status: 503, body: 'answered 503' });
		expect(single.attempts.map(({ status }) => status)).toEqual([404]);
	});

	it('pauses between its tries', async () => {
		receiver.answers.push(500, 500);
		const startedAt = performance.now();

		await smile.deliver(body, { to: url, secret, retryPauses: [30, 60] });

		expect(performance.now() - startedAt).toBeGreaterThanOrEqual(85);
	});

	it('fails when nobody listens, nobody answers, or the host is not mapped', async () => {
		const closed = `http://127.0.0.1:${await freePort()}/webhook/1`;
		receiver.answers.push(null);

		const refused = await smile.deliver(body, { to: closed, secret });
		const silent = await smile.deliver(body, { to: url, secret, timeoutMs: 50, retry: false });
		const lost = await smile.deliver(body, { to: 'https://lost.example/', secret, retry: false });

		expect(refused.attempts.map(({ error }) => error)).toEqual(Array(3).fill('ECONNREFUSED'));
		expect(silent).toMatchObject({ status: null, attempts: [{ error: 'no answer in time' }] });
		expect(lost.attempts[0]?.error).toContain('https://lost.example is not mapped');
	});

	it('ends with the simulation', async () => {
		receiver.answers.push(null);
		const delivery = smile.deliver(body, { to: url, secret, retryPauses: [60_000] });

		await smile.close();

		expect((await delivery).attempts).toMatchObject([{ error: 'the simulation was closed' }]);
	});
});
