import type { ProbeReport } from '../probe/runProbe';
import type { SimulatedSmile } from './smile/simulatedSmile';

/** Whether a question was answered, and how. */
export const stateOf = ({ outcomes }: ProbeReport, id: string) =>
	outcomes.find((outcome) => outcome.id === id)?.state;

/** What was seen, in words. */
export const seenOf = ({ outcomes }: ProbeReport, id: string) =>
	outcomes.find((outcome) => outcome.id === id)?.seen;

/** What a run left behind without having said so before. */
export const undeleted = ({ leftovers }: ProbeReport) =>
	leftovers.filter(({ isExpected }) => !isExpected);

/** Everything at Smile that a call can delete, and that nobody has withdrawn. */
export function deletableAt({ webhooks, data }: SimulatedSmile): string[] {
	const archives = data
		.all('archives')
		.filter(({ state }) => (state as { status: string }).status !== 'REVOKED');
	const templates = [...data.all('consentTemplates'), ...data.all('inviteTemplates')];
	return [...webhooks.all, ...archives, ...templates].map(({ id }) => id);
}
