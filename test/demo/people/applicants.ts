import type { Happened } from '../../support/smile/data/diary';
import type { Life } from '../../support/smile/data/life';
import type { SimulatedSmile } from '../../support/smile/simulatedSmile';

const minuteMs = 60_000;

/** Milliseconds that a person takes to open a link; by then a workflow has made its link token, too. */
const hesitationMs = 3000;

/**
 * The users that workflows have made, by User > Create or Invite > Create, and whose people have not linked
 * an account yet. Who was made for an uploaded file needs none.
 */
export function waitingForLink({ announcer, clock, data }: SimulatedSmile): string[] {
	const hasSource = (userId: unknown) =>
		[...data.all('accounts'), ...data.all('archives')].some((one) => one.userId === userId);
	const isOld = (createdAt: string) =>
		Date.parse(createdAt) + hesitationMs <= clock.now().getTime();
	return announcer
		.of('USER_CREATED')
		.filter(({ createdAt, data: { userId } }) => isOld(createdAt) && !hasSource(userId))
		.map(({ data: { userId } }) => String(userId));
}

/** The person of a user opens the link and links an account, as if it had begun when the user was made. */
export function openLink({ clock, data: store }: SimulatedSmile, userId: string): Life {
	const begin = new Date(String(store.find('users', userId)?.createdAt));
	const minutes = Math.max(0, clock.now().getTime() - begin.getTime()) / minuteMs;
	const plan = { userId, account: 'connected', archive: 'none', invited: false } as const;
	const life = store.live(begin, { ...plan, minutes });
	const invite = store.all('invites').find((one) => one.userId === userId);
	if (!invite) return life;
	store.followInvite(invite.id, 'LINKED');
	const linked: Happened = {
		type: 'INVITE_LINKED',
		createdAt: clock.time(),
		data: { userId, inviteId: invite.id },
	};
	return { ...life, happened: [linked, ...life.happened] };
}
