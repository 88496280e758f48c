import type { Life } from '../support/smile/data/life';
import type { Happened } from '../support/smile/data/diary';
import { openLink } from './people/applicants';
import { apply } from './apply';
import { shortId, wrapped } from './deliveries/compact';
import { wantedTypes } from './workflows/eventsWorkflow';
import { printColumns } from './deliveries/log';
import type { Outcome } from './deliveries/outcome';
import { refresh } from './people/refresh';
import {
	changedOnTheWay,
	noEvent,
	notAskedFor,
	sentAgain,
	signed,
	signedByAStranger,
	withoutSignature,
	type Scene,
} from './deliveries/scenes';
import type { Show } from './deliveries/show';
import { tell } from './people/told';
import { print, printHeading, printStep } from './terminal';
import { whatIsLeft } from './people/whatIsLeft';

const instalment = 5000;

/** Plays what the demo shows in any case; returns how each delivery has ended. */
export async function playScript(show: Show, residents: Life[]): Promise<Outcome[]> {
	printHeading("One person's journey");
	const applicant = await playApplication(show);
	const journey = await playAll(show, scenesOfJourney(show, applicant));
	journey.push(...(await playErasure(show, applicant)));
	printHeading('Other people, and who pretends to be Smile');
	printStep('The workflow "Smile demo" asks for these events:');
	for (const line of wrapped(wantedTypes, 90)) printStep(`  ${line}`);
	print();
	const others = await playAll(show, scenesOfOthers(show, residents[0]));
	return [...journey, ...others];
}

async function playApplication({ players }: Show): Promise<Life> {
	const { smile, journey } = players;
	printStep(
		`Somebody fills in the form of "${journey.workflow.name}", to pay ${instalment} a month.`,
	);
	const userId = await apply(players, instalment);
	printStep(`The workflow has created the user ${shortId(userId)} at Smile, and a link token.`);
	const life = openLink(smile, userId);
	const [{ fullName }] = smile.data.of('identities', life.accountId);
	const providerId = smile.data.find('accounts', life.accountId)?.providerId;
	printStep(`${fullName} opens the link and links an account at ${providerId}. Smile tells:`);
	print();
	return life;
}

/** From the linked account to the decision, with somebody who would like to have a say in it. */
function scenesOfJourney({ players }: Show, { happened }: Life): Scene[] {
	const { smile, events, journey } = players;
	const of = (type: string) => {
		const found = happened.find((one) => one.type === type);
		return signed(tell(smile, found as Happened));
	};
	const incomes = of('INCOMES_ADDED');
	const finished = of('TASK_FINISHED');
	return [
		{ ...of('ACCOUNT_CREATED'), what: 'sent twice: both at once', copies: 2 },
		of('ACCOUNT_CONNECTED'),
		incomes,
		changedOnTheWay(incomes, events.url),
		sentAgain(incomes),
		notAskedFor(of('LINK_ADDED'), events.url),
		{
			...signedByAStranger(finished, journey.url),
			story: 'Somebody without the secret claims that the account was read. Nothing is decided:',
		},
		{
			...finished,
			story: 'Smile has read the account. The workflow gets the data, decides and revokes:',
		},
		{ ...sentAgain(finished), story: 'Smile sends it again. Nobody is decided upon twice:' },
	];
}

/** What the revocation by the workflow has left at Smile; throws where that is anything of what was read. */
async function playErasure(show: Show, { accountId }: Life): Promise<Outcome[]> {
	const { smile } = show.players;
	await smile.announcer.settled();
	const outcomes = await show.deliverAnnounced();
	const { records, status } = whatIsLeft(smile, accountId);
	print();
	printStep(`The person is erased: Smile holds ${records} records of the account, now ${status}.`);
	if (records > 0) throw new Error('The workflow was to revoke the account, and has not.');
	return outcomes;
}

function scenesOfOthers({ players }: Show, resident: Life): Scene[] {
	const { smile, events } = players;
	const { url } = events;
	const [updated] = refresh(smile, resident);
	const connected = resident.happened.find(({ type }) => type === 'ACCOUNT_CONNECTED') as Happened;
	const failing = smile.data.live(new Date(), { minutes: 0, account: 'failed', archive: 'none' });
	const failed = failing.happened.find(({ type }) => type === 'ACCOUNT_FAILED') as Happened;
	return [
		signed(tell(smile, updated)),
		withoutSignature(signed(tell(smile, connected)), url),
		noEvent(url),
		signed(tell(smile, failed)),
	];
}

async function playAll(show: Show, scenes: Scene[]): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	printColumns();
	for (const scene of scenes) {
		if (scene.story) printStory(scene.story);
		outcomes.push(...(await show.deliver(scene)));
	}
	return outcomes;
}

function printStory(story: string): void {
	print();
	printStep(story);
	print();
}
