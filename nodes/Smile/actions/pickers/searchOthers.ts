import { filledText } from '../../shared/textOf';
import { searchOf } from './searchRecords';
import { searchSources } from './searchSources';

/** The lists of fields that pick something of another resource than the chosen one, by their names in the node. */
export const searchOthers = {
	searchAccounts: searchOf('account'),
	searchArchives: searchOf('archive'),
	searchConsentTemplates: searchOf('consentTemplate'),
	searchFileTypes: searchOf('fileType', {
		key: 'type',
		query: { active: 'true', enabled: 'true' },
		nameOf({ typeLabel }, type) {
			const label = filledText(typeLabel);
			return label.ok ? `${label.value} (${type})` : type;
		},
	}),
	searchInviteTemplates: searchOf('inviteTemplate'),
	searchPayslips: searchOf('archive', { query: { fileType: 'PAYSLIP' } }),
	searchSources,
	searchUsers: searchOf('user'),
};
