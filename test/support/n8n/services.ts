import { isAtLeast } from './version';

/** One of n8n's two ways to register triggers. */
export interface Service {
	name: string;
	env: Record<string, string>;
	/** Whether it registers after it has answered, and says later how that went. */
	isPublication: boolean;
}

const publication: Service = { name: 'the publication service', env: {}, isPublication: true };

/** The only one before 2.40, and one that later n8n can be told to use. */
export const olderService: Service = {
	name: 'the service before 2.40',
	env: { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' },
	isPublication: false,
};

/** The one that n8n uses as it comes. */
export const ownService: Service = isAtLeast(2, 40) ? publication : olderService;

export const services: Service[] = [...new Set([ownService, olderService])];
