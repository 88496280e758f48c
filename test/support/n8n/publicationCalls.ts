/* eslint-disable @n8n/community-nodes/require-node-api-error -- this is no node, its errors go to the test */
import { waitFor } from '../waitFor';
import { N8nRestError, type Call } from './session';
import type { Publication, Workflow } from './types';

/** n8n gives up after five tries, which take about 16 seconds of pauses and the tries themselves. */
const patienceMs = 120_000;

interface Status {
	status: Publication['status'];
	liveVersionId: string | null;
	triggers: Array<{ status: string; errorMessage: string | null }>;
}

export interface PublicationCalls {
	/** Publishes the stored version and waits for the outcome; a failure is returned, not thrown. */
	publish(workflow: Pick<Workflow, 'id'>): Promise<Publication>;
	/** Publishes and throws the message the editor shows when n8n could not register the trigger. */
	activate(workflow: Pick<Workflow, 'id'>): Promise<Publication>;
	/** Unpublishes and waits until n8n has let go of every trigger. */
	deactivate(workflow: Pick<Workflow, 'id'>): Promise<Publication>;
	publication(workflow: Pick<Workflow, 'id'>): Promise<Publication>;
}

/** The status; undefined where the publication service is switched off. */
async function readStatus(call: Call, id: string): Promise<Status | undefined> {
	try {
		return await call<Status>('GET', `/workflows/${id}/publication-status`);
	} catch (error) {
		if (error instanceof N8nRestError && error.status === 404) return undefined;
		throw error;
	}
}

function outcome(status: Status | undefined, fallback: Publication['status'], since: number) {
	const failed = status?.triggers.find(({ errorMessage }) => errorMessage);
	return {
		status: status?.status ?? fallback,
		...(failed?.errorMessage ? { errorMessage: failed.errorMessage } : {}),
		tookMs: Date.now() - since,
	};
}

/**
 * The calls around publishing. Since 2.40 the answer of n8n says only that the wish was stored; a
 * service registers the triggers afterwards, and its status is what counts.
 */
export function publicationCalls(call: Call): PublicationCalls {
	const settle = async (id: string, isOver: (status: Status) => boolean) => {
		let last: Status | undefined;
		await waitFor(
			async () => {
				last = await readStatus(call, id);
				return last === undefined || isOver(last);
			},
			{
				timeoutMs: patienceMs,
				intervalMs: 100,
				describe: () => `the publication to end; it is ${last?.status}`,
			},
		);
		return last;
	};

	const publish = async ({ id }: Pick<Workflow, 'id'>): Promise<Publication> => {
		const since = Date.now();
		const { versionId } = await call<Workflow>('GET', `/workflows/${id}`);
		try {
			await call('POST', `/workflows/${id}/activate`, { versionId });
		} catch (error) {
			if (!(error instanceof N8nRestError)) throw error;
			return { status: 'failed', errorMessage: error.detail, tookMs: Date.now() - since };
		}
		const status = await settle(
			id,
			({ status: now, liveVersionId }) =>
				now !== 'in_progress' && (now === 'failed' || liveVersionId === versionId),
		);
		return outcome(status, 'published', since);
	};

	return {
		publish,
		async activate(workflow) {
			const publication = await publish(workflow);
			if (publication.status === 'published') return publication;
			throw new Error(`n8n did not register the trigger: ${publication.errorMessage}`);
		},
		async deactivate({ id }) {
			const since = Date.now();
			await call('POST', `/workflows/${id}/deactivate`, {});
			return outcome(
				await settle(id, ({ status }) => status === 'not_published'),
				'not_published',
				since,
			);
		},
		async publication({ id }) {
			const { activeVersionId } = await call<Workflow>('GET', `/workflows/${id}`);
			const fallback = activeVersionId ? 'published' : 'not_published';
			return outcome(await readStatus(call, id), fallback, Date.now());
		},
	};
}
