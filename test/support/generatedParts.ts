import { allOperations } from './actionsPage';
import { eventTable } from './eventTable';
import { FIDELITY_PAGE, FIDELITY_PART, fidelityTables } from './fidelityTables';
import { resourceTable } from './resourceTable';

interface GeneratedPart {
	/** Name of a page below docs. */
	page: string;
	/** Name of the markers around the part. */
	part: string;
	/** What stands between them. */
	text: () => string;
}

/** Everything in the documentation that is made from the code. */
export const generatedParts: readonly GeneratedPart[] = [
	{ page: 'actions.md', part: 'operations', text: allOperations },
	{ page: 'events.md', part: 'events', text: eventTable },
	{ page: 'smile-node.md', part: 'resources', text: resourceTable },
	{ page: FIDELITY_PAGE, part: FIDELITY_PART, text: fidelityTables },
];
