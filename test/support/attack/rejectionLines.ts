/** A line of the trigger about deliveries that it refused, as n8n's logger was given it. */
export interface RejectionLine {
	reason: string;
	/** Deliveries that the line speaks of. */
	count: number;
}

const form = /Smile delivery rejected: (?<reason>[^(]+) \(count=(?<count>\d+), node="/;

/** The trigger's lines among others; n8n's own about requests that it cannot read are left out. */
export function rejectionLines(log: Iterable<string>): RejectionLine[] {
	return [...log].flatMap((line) => {
		const { reason, count } = form.exec(line)?.groups ?? {};
		return reason ? [{ reason, count: Number(count) }] : [];
	});
}

/** The most lines of one reason. */
export function mostOfOneReason(lines: RejectionLine[]): number {
	const reasons = lines.map(({ reason }) => reason);
	return Math.max(0, ...reasons.map((one) => reasons.filter((other) => other === one).length));
}
