import { createHmac } from 'node:crypto';

const idPrefix = 'et-';
const idDigits = 32;

/** The event type of every body. */
export const sampleType = 'TASK_FINISHED';

/** A body of an exact size whose event id can be changed in place. */
export class SampleBody {
	readonly bytes: Buffer;

	private readonly idAt: number;

	/** `size` in bytes, at least 250; larger bodies are filled with income records. */
	constructor(size: number) {
		this.bytes = Buffer.from(textOf(size));
		this.idAt = this.bytes.indexOf(idPrefix) + idPrefix.length;
		if (this.bytes.length !== size) throw new Error(`No body of ${size} bytes can be made`);
	}

	/** Gives the event the id with this number. */
	setId(number: number): void {
		this.bytes.write(number.toString(16).padStart(idDigits, '0'), this.idAt, 'latin1');
	}

	/** The right signature of the bytes as they are now, in hex. */
	sign(secret: string): string {
		return createHmac('sha512', secret).update(this.bytes).digest('hex');
	}
}

/** A signature that has the right length and differs in its last digit. */
export function forge(signature: string): string {
	return signature.slice(0, -1) + (signature.endsWith('0') ? '1' : '0');
}

function textOf(size: number): string {
	const records: string[] = [];
	let length = eventText([], '').length;
	for (let index = 0; ; index++) {
		const record = incomeText(index);
		// One comma more than is needed before the first; the padding makes up for it.
		if (length + record.length + 1 > size) break;
		records.push(record);
		length += record.length + 1;
	}
	const unpadded = eventText(records, '').length;
	return eventText(records, 'x'.repeat(Math.max(0, size - unpadded)));
}

function eventText(records: string[], padding: string): string {
	const id = idPrefix + '0'.repeat(idDigits);
	return (
		`{"id":"${id}","version":1,"type":"${sampleType}","createdAt":"2026-03-04T05:06:07Z",` +
		`"data":{"userId":"user-31c5","sourceId":"acc-9f02","payload":{"incomes":{"nextCursor":null,` +
		`"items":[${records.join(',')}]}},"note":"${padding}"}}`
	);
}

function incomeText(index: number): string {
	return JSON.stringify({
		id: `income-${index.toString(16).padStart(8, '0')}`,
		employer: 'Sample Trading Company',
		currency: 'PHP',
		netAmount: 18_000 + (index % 997) / 4,
		grossAmount: 21_000 + (index % 991) / 4,
		payDate: '2026-02-28',
		isRegular: index % 3 !== 0,
		deductions: [
			{ name: 'Tax', amount: 1250.5 },
			{ name: 'Insurance', amount: 300.25 },
		],
	});
}
