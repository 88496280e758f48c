import { undecidable } from '../probe/later';
import { questions } from '../probe/questions';
import type { SwitchName } from '../probe/question';
import { decidedSwitches } from '../probe/report';
import { agreeable, payslipFile, probeSmile, removePayslipFile } from '../support/probing';
import { defaultAnswers } from '../support/smile/data/answers';
import type { SmileOptions } from '../support/smile/options';
import type { SimulatedSmile } from '../support/smile/simulatedSmile';
import { defaultSwitches, type SmileSwitches } from '../support/smile/switches';
import { Worlds } from '../support/world';

const worlds = new Worlds();
afterEach(async () => await worlds.closeAll());
afterAll(() => removePayslipFile());

const either = [true, false];

/** Every setting of the simulated Smile that a question decides, with the values it can have. */
const values: Record<Exclude<SwitchName, 'resultFor' | 'keepUploads'>, readonly unknown[]> = {
	lastCursor: ['null', 'missing', 'empty'],
	numericCursors: either,
	listOrder: ['oldestFirst', 'newestFirst', 'byId'],
	unknownPath: ['envelope', 'page'],
	bareWrongKey: either,
	sparseWebhooks: either,
	secretsRequired: either,
	allEventsAmongOthers: ['asSent', 'alone', 'refused'],
	unknownDeletion: ['MISSING_RESOURCE', 'OK'],
	deletionAnswer: ['envelope', 'empty'],
	accountPayloadLists: ['bare', 'pages'],
	accountPayloadCapped: either,
	revokedPayload: ['missing', 'empty'],
	revokedItself: ['record', 'missing'],
	emptyPayload: ['missing', 'null', 'emptyObject'],
	sparseEvents: either,
	processingReads: [0, 1, 3],
	processingCode: [null, ''],
	emptyResultCodes: either,
	echo: ['asInSamples', 'asSent'],
	wrappedSignals: either,
	eventsOfRevocation: either,
	revokedStaysListed: either,
	eventOfReset: either,
	eventOfInvite: either,
	eventsOfUploadUsers: either,
	eventsOfInviteUsers: either,
	eventsOfBetaRecords: either,
	sampleFilesOnly: either,
	archiveEnd: ['ANALYZED', 'UNSUPPORTED', 'ERROR'],
	largestFile: [15 * 1024 * 1024, 15_000_000],
	obeysSendEmail: either,
	landingPageUrls: either,
	typeOfEmptyBodies: either,
	unsupportedMonitor: ['refused', 'accepted'],
	unreadPayslip: ['missing', 'empty'],
	withoutSession: ['empty', 'missing'],
	closedStages: [[], ['alpha'], ['beta'], ['alpha', 'beta']],
	closedAnswer: ['UNAUTHORIZED_ACCESS', 'MISSING_RESOURCE'],
	messagesRepeatInput: either,
	'answers.endsExcluded': either,
	'answers.revokedLists': ['empty', 'missing'],
	'answers.noneOfKind': ['null', 'absent', 'emptyObject', 'emptyPage', 'nullItems'],
	'answers.sparse': either,
	'options.wrongKeyAnswer': ['INVALID_CREDENTIALS', 'INVALID_TOKEN', 'UNAUTHORIZED_ACCESS'],
	'options.withoutSecretEcho': either,
	'options.onePerAddress': either,
};

/** What else has to be so that a value can be seen at all. */
const beside: Partial<Record<SwitchName, Partial<SmileSwitches>>> = {
	processingCode: { processingReads: 1 },
	closedAnswer: { closedStages: ['alpha'] },
};

const settings = Object.entries(values).flatMap(([name, all]) =>
	all.map((value) => [name as SwitchName, JSON.stringify(value), value] as const),
);

async function smileWith(name: SwitchName, value: unknown): Promise<SimulatedSmile> {
	const [place, field] = name.includes('.') ? name.split('.') : ['switches', name];
	const options: SmileOptions = place === 'options' ? { [field]: value } : {};
	const switches = { ...beside[name], ...(place === 'switches' ? { [field]: value } : {}) };
	const smile = await worlds.startSmile({ ...options, switches });
	if (place === 'answers') Object.assign(smile.data.answers, { [field]: value });
	return smile;
}

/** An account without a monitor, and with a long list where one is asked for: that takes its time. */
function linkedAt(smile: SimulatedSmile, name: SwitchName): string {
	const [{ accountId }] = smile.data.people(1, { account: 'connected' });
	if (name.startsWith('accountPayload')) smile.data.transactions(320, accountId);
	smile.data.change('accounts', accountId, { monitorStatus: 'UNSUPPORTED' });
	return accountId;
}

describe('a Smile', () => {
	it.each(settings)('whose %s is %s is found to be so', async (name, _text, value) => {
		const smile = await smileWith(name, value);
		const account = linkedAt(smile, name);

		const report = await probeSmile(smile, {
			only: questions.filter(({ decides }) => decides === name).map(({ id }) => id),
			person: agreeable(smile),
			further: { account, payslip: payslipFile(), email: 'somebody@example.test' },
		});

		expect(report.outcomes.map(({ state }) => state)).toEqual(['answered']);
		expect(decidedSwitches(report)).toEqual({ [name]: value });
	});
});

describe('what the simulated Smile leaves open', () => {
	const ofSwitches = [...Object.keys(defaultSwitches('sandbox')), 'resultFor'];
	const ofAnswers = Object.keys(defaultAnswers()).map((name) => `answers.${name}`);

	it('is decided by a question, or has a reason why a probe cannot', () => {
		const decided = questions.flatMap(({ decides }) => decides ?? []);

		const open = [...ofSwitches, ...ofAnswers].filter(
			(name) => !decided.includes(name as SwitchName),
		);
		expect(open.sort()).toEqual(Object.keys(undecidable).sort());
	});

	it('is decided by one question, and tried here', () => {
		const decided = questions.flatMap(({ decides }) => decides ?? []);

		expect(decided.sort()).toEqual(Object.keys(values).sort());
	});
});
