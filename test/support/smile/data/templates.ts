import { idOf } from './invented';
import type { SmileRecord } from './shelves';

/** The template of the invented invites. */
export const inviteTemplate: SmileRecord = {
	id: idOf('tpl-', 'template'),
	name: 'Proof of income',
	company: { name: 'Pautang Halimbawa', logoUrl: 'https://files.example/logo.png' },
	email: {
		sendEmail: true,
		senderName: 'Pautang Halimbawa',
		replyAddress: 'answers@lender.example',
		subject: 'Please connect your work account',
		body: 'Hello ${firstName}, please share your income with ${companyName}.',
	},
	landingPage: { header: 'Share your income', description: 'It takes a minute.', button: 'Begin' },
	successPage: { header: 'Done', description: 'Thank you.', button: 'Close' },
};

/** A consent text that the tenant had stored before. */
export const consentTemplate: SmileRecord = {
	id: idOf('ct-', 'template'),
	createdAt: '2026-01-02T08:00:00Z',
	consentType: 'TERMS',
	title: 'Terms of an invented lender',
	version: '1.0.0',
	consentMethod: 'Checkbox',
	consentText: 'I agree that my income is looked up.',
};
