import { z } from 'zod/v4';

import type { smileResources } from '../../nodes/Smile/actions/smileResources';
import { dataSchemas, id, text, userId, when } from './dataSchemas';

const page = (what: string) =>
	z.object({
		header: text(`Header of the ${what}`),
		description: text(`Text of the ${what}`),
		button: text(`Button of the ${what}`),
	});

const consentTemplate = z.object({
	id,
	createdAt: when('it was made'),
	consentType: text('What the consent is for'),
	title: text('Title'),
	version: text('Version of the text'),
	consentMethod: text('How people agree'),
	consentText: text('Text that people agree to'),
});

const employer = z.object({
	businessName: text('Name of the company'),
	registrations: z.array(z.object({})).meta({ description: 'Entries in registers' }),
	matchPercentage: z.number().meta({ description: 'How like the keyword it is, 0 to 100' }),
	verificationStatus: text('Whether the company was verified'),
});

const fileType = z.object({
	type: text('The type, such as PAYSLIP'),
	typeLabel: text('What people call it'),
	active: z.boolean().meta({ description: 'Whether the type is active' }),
	enabled: z.boolean().meta({ description: 'Whether it is enabled for you' }),
	ocr: z.boolean().meta({ description: 'Whether it is read by machine' }),
	supported: z.array(z.string()).meta({ description: 'Kinds of data that come out of it' }),
});

const form = z.object({
	id,
	createdAt: when('it was sent'),
	name: text('Name of the form'),
	userId,
	winkSiteId: text('Site that it is on'),
	data: z.object({}).meta({ description: 'What the person typed in' }),
});

const payslip = z.object({
	employeeName: text('Name of the employee'),
	employerName: text('Name of the employer'),
	startDate: text('First day of the period, yyyy-MM-dd'),
	endDate: text('Last day of the period, yyyy-MM-dd'),
	payDate: text('Day of the payment, yyyy-MM-dd'),
	currency: text('Currency, ISO 4217'),
	grossAmount: z.number().meta({ description: 'Pay before deductions' }),
	netAmount: z.number().meta({ description: 'Pay after deductions' }),
	matchResult: z.object({
		employeeNameAndIdentificationNumberMatchScore: z.number().meta({
			description: 'How well name and numbers go together, 0 to 100; null where Smile cannot tell',
		}),
	}),
	metadata: z.object({ sourceId: text('Archive that it comes from'), userId }),
});

const inviteTemplate = z.object({
	id,
	name: text('Name of the template'),
	company: z.object({ name: text('Name of the company'), logoUrl: text('Its logo') }),
	email: z.object({
		sendEmail: z.boolean().meta({ description: 'Whether invites send the e-mail' }),
		senderName: text('Name that the e-mail comes from'),
		replyAddress: text('Address for answers'),
		subject: text('Subject of the e-mail'),
		body: text('Text of the e-mail'),
	}),
	landingPage: page('page that the e-mail leads to'),
	successPage: page('page after an account was linked'),
});

/** What every query about a person has, without the echo of the request. */
const asked = {
	id,
	createdAt: when('it was asked'),
	status: text('PROCESSING, COMPLETED or ERROR'),
	resultCode: text('SUCCESS, NO_DATA, SYSTEM_ERROR or SERVICE_UNAVAILABLE'),
	resultMessage: text('The same in words'),
};
const items = z.object({}).meta({ description: 'What is known, by name' });

/** What each resource's records hold as they leave the node, beside those behind events. */
const moreSchemas = {
	blacklist: z.object({
		...asked,
		result: z.object({
			hit: z.boolean().meta({ description: 'Whether the number is on a blacklist' }),
			dates: z.array(z.string()).meta({ description: 'Since when' }),
		}),
	}),
	consentTemplate,
	employer,
	fileType,
	footprint: z.object({ ...asked, items }),
	form,
	inviteTemplate,
	payslip,
	maw: z.object({
		...asked,
		type: text('MAW2 or MAW3'),
		maw2Items: z.array(z.object({ date: text('Day'), level: text('1, good, to 5, bad') })),
		maw3Items: items,
	}),
	signal: z.object({ ...asked, signalType: text('Signal1, Signal2 or Signal3'), items }),
	socialSecurity: z.object({
		...asked,
		result: z.object({
			fullName: text('Full name'),
			curp: text('CURP'),
			nss: text('NSS'),
			employerName: text('Name of the employer'),
			contributionDays: z.number().meta({ description: 'Days contributed' }),
			contributionBaseAmount: z.number().meta({ description: 'Amount of the contributions' }),
			currency: text('Currency, ISO 4217'),
		}),
	}),
	validation: z.object({
		...asked,
		result: z.object({
			type: text('BankAccount'),
			matchScore: z.number().meta({ description: 'How well it fits, 0 to 100' }),
			matchScoreDescription: text('The same in words'),
		}),
	}),
	verification: z.object({
		id,
		createdAt: when('it was asked'),
		updatedAt: when('it last changed'),
		status: text('PROCESSING, COMPLETED or ERROR'),
		result: z.object({
			finalMatches: z.boolean().meta({ description: 'Whether the person is who they say' }),
		}),
	}),
} satisfies Partial<Record<keyof typeof smileResources, z.ZodObject>>;

export const resourceSchemas: Record<keyof typeof smileResources, z.ZodObject> = {
	...dataSchemas,
	...moreSchemas,
};
