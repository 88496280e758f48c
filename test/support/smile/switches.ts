import { defaultApiSwitches, type ApiSwitches } from './apiSwitches';

/**
 * What Smile's documents leave open, or tell in two ways. A test may set any of them, before or while
 * requests are made; `startSmile({ switches })` sets them from the beginning.
 */
export interface SmileSwitches extends ApiSwitches {
	/** How many GETs of one record still see it being processed; 0 finishes it at once, as the sandbox does. */
	processingReads: number;
	/** `resultCode` and `resultMessage` of a query that is being processed. */
	processingCode: null | '';
	/** Finished queries have an empty `resultCode` and `resultMessage`, as some samples show. */
	emptyResultCodes: boolean;
	/** Decides how a query about a person ends; undefined leaves it to the sandbox values. */
	resultFor?: (product: string, request: Record<string, unknown>) => string | undefined;
	/** Whether queries echo what was sent, or with nulls and numbers in between as the samples do. */
	echo: 'asInSamples' | 'asSent';
	/** Lists hold `{signal: {…}}` as the samples do, or bare signals as the schema does. */
	wrappedSignals: boolean;
	/** Whether a revocation through the API sends ACCOUNT_DISCONNECTED and ARCHIVE_REVOKED. */
	eventsOfRevocation: boolean;
	/** Whether what was revoked stays in the lists, as DISCONNECTED or REVOKED. */
	revokedStaysListed: boolean;
	/** Whether POST /users/{id}/resetSession sends USER_SESSION_RESET. */
	eventOfReset: boolean;
	/** Whether POST /invites sends INVITE_INVITED. */
	eventOfInvite: boolean;
	/** Whether users that Smile makes by itself send USER_CREATED: for uploads that name nobody, and for invites. */
	eventsOfUploadUsers: boolean;
	eventsOfInviteUsers: boolean;
	/** Whether the beta social securities send RECORD_CREATED and RECORD_COMPLETED, as the alpha ones do. */
	eventsOfBetaRecords: boolean;
	/** Only the simulation's own sample files can be analyzed; true in the sandbox unless said otherwise. */
	sampleFilesOnly: boolean;
	/** How the analysis of a readable file ends. */
	archiveEnd: 'ANALYZED' | 'UNSUPPORTED' | 'ERROR';
	/** The largest file in bytes: 15 MiB, or 15 000 000 where Smile means the smaller megabyte. */
	largestFile: number;
	/** False forgets the bytes of uploaded files and keeps their size and digests only. */
	keepUploads: boolean;
	/** Whether a template that says not to send an e-mail is obeyed. */
	obeysSendEmail: boolean;
	/** Whether invites tell the address of their landing page. */
	landingPageUrls: boolean;
	/** Whether a POST without a body needs the content type of JSON all the same. */
	typeOfEmptyBodies: boolean;
	/** What disabling the monitor of an account without one answers. */
	unsupportedMonitor: 'refused' | 'accepted';
	/** What the data of a payslip is before the analysis ended. */
	unreadPayslip: 'missing' | 'empty';
	/** What GET /users/{id}/payload answers for a user without a session on a site. */
	withoutSession: 'empty' | 'missing';
	/** Stages that the tenant was not invited to, and how they are refused. */
	closedStages: Array<'alpha' | 'beta'>;
	closedAnswer: 'UNAUTHORIZED_ACCESS' | 'MISSING_RESOURCE';
	/** The message of a refusal repeats what was sent. */
	messagesRepeatInput: boolean;
}

const megabyte = 1024 * 1024;

export function defaultSwitches(environment: 'sandbox' | 'production'): SmileSwitches {
	return {
		...defaultApiSwitches,
		processingReads: environment === 'sandbox' ? 0 : 2,
		processingCode: null,
		emptyResultCodes: false,
		echo: 'asInSamples',
		wrappedSignals: true,
		eventsOfRevocation: true,
		revokedStaysListed: true,
		eventOfReset: true,
		eventOfInvite: true,
		eventsOfUploadUsers: true,
		eventsOfInviteUsers: true,
		eventsOfBetaRecords: false,
		sampleFilesOnly: environment === 'sandbox',
		archiveEnd: 'ANALYZED',
		largestFile: 15 * megabyte,
		keepUploads: true,
		obeysSendEmail: true,
		landingPageUrls: true,
		typeOfEmptyBodies: true,
		unsupportedMonitor: 'refused',
		unreadPayslip: 'missing',
		withoutSession: 'empty',
		closedStages: [],
		closedAnswer: 'UNAUTHORIZED_ACCESS',
		messagesRepeatInput: false,
	};
}
