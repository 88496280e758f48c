import type { Office } from '../office';
import type { SmileRoutes } from '../routes';
import { accountRoutes } from './account';
import { archiveRoutes } from './archive';
import { consentTemplateRoutes } from './consentTemplate';
import { employerRoutes } from './employer';
import { fileTypeRoutes } from './fileType';
import { inviteRoutes } from './invite';
import { inviteTemplateRoutes } from './inviteTemplate';
import { payslipRoutes } from './payslip';
import { riskRoutes } from './risk';
import { userRoutes } from './user';

const resources = [
	accountRoutes,
	archiveRoutes,
	consentTemplateRoutes,
	employerRoutes,
	fileTypeRoutes,
	inviteRoutes,
	inviteTemplateRoutes,
	payslipRoutes,
	riskRoutes,
	userRoutes,
];

/** Every operation that the lists and records of `data/` and the webhooks do not cover. */
export function operationRoutes(office: Office): SmileRoutes {
	return (server) => {
		for (const routes of resources) routes(server, office);
	};
}
