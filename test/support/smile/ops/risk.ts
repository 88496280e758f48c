import type { SmileRouter } from '../routeTable';
import type { Office } from '../office';
import { blacklistRoutes } from './risk/blacklist';
import { footprintRoutes } from './risk/footprint';
import { mawRoutes } from './risk/maw';
import { signalRoutes } from './risk/signal';
import { socialSecurityRoutes } from './risk/socialSecurity';
import { validationRoutes } from './risk/validation';
import { verificationRoutes } from './risk/verification';

/** Every product that asks about a person. */
export function riskRoutes(server: SmileRouter, office: Office): void {
	blacklistRoutes(server, office);
	footprintRoutes(server, office);
	mawRoutes(server, office);
	signalRoutes(server, office);
	socialSecurityRoutes(server, office);
	validationRoutes(server, office);
	verificationRoutes(server, office);
}
