import { readBody, type DeliveryRequest } from '../../../nodes/Smile/delivery/rawBody';

const logged: unknown[][] = [];
const logger = { debug: (...line: unknown[]) => void logged.push(line) } as unknown as Parameters<
	typeof readBody
>[1];
const request = (fields: Partial<DeliveryRequest>) => fields as DeliveryRequest;

describe('the body of a delivery', () => {
	it('is what n8n has read already', async () => {
		const rawBody = Buffer.from('{}');
		const readRawBody = async () => await Promise.reject(new Error('read twice'));

		expect(await readBody(request({ rawBody, readRawBody }), logger)).toBe(rawBody);
	});

	it('is read where n8n has not', async () => {
		const one = request({});
		one.readRawBody = async () => {
			one.rawBody = await Promise.resolve(Buffer.from('{}'));
		};

		expect(String(await readBody(one, logger))).toBe('{}');
	});

	it('is empty where there is nothing to read', async () => {
		expect(await readBody(request({}), logger)).toEqual(Buffer.alloc(0));
	});

	it.each([
		[Object.assign(new Error('too much'), { status: 413 }), 'too large'],
		[Object.assign(new Error('cut off'), { status: 400 }), 'unreadable'],
		[new Error('cut off'), 'unreadable'],
		['413', 'unreadable'],
		[null, 'unreadable'],
		[undefined, 'unreadable'],
	])('that fails with %p is %s, which is logged', async (error, outcome) => {
		logged.length = 0;
		const readRawBody = async () => await Promise.reject(error);

		expect(await readBody(request({ readRawBody }), logger)).toBe(outcome);
		expect(logged).toEqual([
			[
				'The body of a delivery could not be read',
				{ reason: error instanceof Error ? error.message : undefined },
			],
		]);
	});
});
