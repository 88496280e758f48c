import { isLoopback } from '../../nodes/Smile/api/environment';
import { sampleSubject } from '../support/smile/ops/risk/sampleSubject';

/** What whoever runs the probe has to say, and may say. */
export interface ProbeSettings {
	/** Of the sandbox, or of a simulated Smile on this machine; without a slash at the end. */
	baseUrl: string;
	apiKey: string;
	apiSecret: string;
	/** Public https address that leads to `receiverPort` of this machine; without a slash at the end. */
	receiverUrl: string;
	receiverPort: number;
	/** An account of a test person that may be revoked. */
	account?: string;
	/** Path of a sample payslip from Smile's portal. */
	payslip?: string;
	/** Own address, to which one invite may be sent. */
	email?: string;
	/** Whom the queries are about: nobody, unless test values of Smile's documents are given. */
	person: Record<'phone' | 'mexicanPhone' | 'curp' | 'fullName' | 'email', string>;
}

export type ReadSettings =
	| { ok: true; settings: ProbeSettings }
	| { ok: false; problems: string[] };

type Variables = Readonly<Record<string, string | undefined>>;

/** A made-up person. */
export const madeUpPerson = { ...sampleSubject, mexicanPhone: sampleSubject.phone };

/** The only public host that is ever asked; a production key is refused there, too. */
const SANDBOX_HOST = 'sandbox.smileapi.io';

/** Environment variables by name, each with what it is for. */
export const variables = {
	SMILE_API_KEY: 'API key of the sandbox',
	SMILE_API_SECRET: 'API secret of the sandbox',
	SMILE_RECEIVER_URL: 'public https address, such as a tunnel, that leads to the port below',
	SMILE_RECEIVER_PORT: 'port of 127.0.0.1 on which the probe listens for deliveries',
	SMILE_BASE_URL: `another address than https://${SANDBOX_HOST}/v1: a simulated Smile on this machine`,
	SMILE_PROBE_ACCOUNT:
		'id of an account that you linked with a test person; it is read, and revoked at the end',
	SMILE_PROBE_PAYSLIP: "path of a sample payslip from Smile's portal; it is uploaded, and revoked",
	SMILE_PROBE_EMAIL: 'your own address; after a question, one invite is made for it',
	SMILE_PROBE_PHONE: "a test number of Smile's documents for a query, instead of a made-up one",
	SMILE_PROBE_MEXICAN_PHONE: 'the same for a query in Mexico',
	SMILE_PROBE_CURP: 'the same for a CURP',
} as const;

export const required = [
	'SMILE_API_KEY',
	'SMILE_API_SECRET',
	'SMILE_RECEIVER_URL',
	'SMILE_RECEIVER_PORT',
] as const satisfies Array<keyof typeof variables>;

/** Reads the environment variables, or says what is missing or not allowed. No problem names a value. */
export function settingsOf(env: Variables): ReadSettings {
	const given = (name: keyof typeof variables) => env[name]?.trim() || undefined;
	const missing = required.filter((name) => given(name) === undefined);
	const problems = missing.map((name) => `${name} is missing: ${variables[name]}.`);

	const baseUrl = withoutSlash(given('SMILE_BASE_URL') ?? `https://${SANDBOX_HOST}/v1`);
	if (!isSandbox(baseUrl)) {
		problems.push(
			`SMILE_BASE_URL must be https://${SANDBOX_HOST}/… or an address of this machine. The probe asks no other host, and never production.`,
		);
	}
	const receiverUrl = withoutSlash(given('SMILE_RECEIVER_URL') ?? '');
	if (receiverUrl !== '' && !isPublic(receiverUrl)) {
		problems.push('SMILE_RECEIVER_URL must be a public address that begins with https://.');
	}
	const receiverPort = Number(given('SMILE_RECEIVER_PORT') ?? 1);
	if (!Number.isInteger(receiverPort) || receiverPort < 1 || receiverPort > 65_535) {
		problems.push('SMILE_RECEIVER_PORT must be a number from 1 to 65535.');
	}
	if (problems.length > 0) return { ok: false, problems };
	const settings = {
		baseUrl,
		apiKey: given('SMILE_API_KEY') ?? '',
		apiSecret: given('SMILE_API_SECRET') ?? '',
		receiverUrl,
		receiverPort,
		account: given('SMILE_PROBE_ACCOUNT'),
		payslip: given('SMILE_PROBE_PAYSLIP'),
		email: given('SMILE_PROBE_EMAIL'),
		person: {
			...madeUpPerson,
			mexicanPhone: given('SMILE_PROBE_MEXICAN_PHONE') ?? madeUpPerson.mexicanPhone,
			phone: given('SMILE_PROBE_PHONE') ?? madeUpPerson.phone,
			curp: given('SMILE_PROBE_CURP') ?? madeUpPerson.curp,
		},
	};
	return { ok: true, settings };
}

/** Whether an address is Smile's sandbox or this machine; an address with a name or password is neither. */
function isSandbox(address: string): boolean {
	const url = urlOf(address);
	if (!url || url.username !== '' || url.password !== '') return false;
	if (isLoopback(url.hostname)) return url.protocol === 'https:' || url.protocol === 'http:';
	return url.protocol === 'https:' && url.host === SANDBOX_HOST;
}

function isPublic(address: string): boolean {
	const url = urlOf(address);
	return url?.protocol === 'https:' && !isLoopback(url.hostname);
}

function urlOf(address: string): URL | undefined {
	return URL.canParse(address) ? new URL(address) : undefined;
}

function withoutSlash(address: string): string {
	return address.replace(/\/+$/, '');
}
