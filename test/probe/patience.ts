/** How long the probe waits for what, in milliseconds. */
export interface Patience {
	/** Between two requests; Smile allows 20 a second for each address of the Internet. */
	betweenRequestsMs: number;
	/** For an answer of Smile's. */
	answerMs: number;
	/** For an event, which may not come at all. */
	eventMs: number;
	/** For the further tries of a refused delivery: a few dozen seconds between them, by Smile's documents. */
	retriesMs: number;
	/** For how long the receiver does not listen at all: less than Smile waits before a further try. */
	downMs: number;
	/** How late the receiver answers, at one address for each. */
	lateMs: readonly number[];
	/** Between two looks at something that Smile is working on, and how many looks there are. */
	betweenLooksMs: number;
	looks: number;
}

export const usualPatience: Patience = {
	betweenRequestsMs: 100,
	answerMs: 60_000,
	eventMs: 60_000,
	retriesMs: 180_000,
	downMs: 20_000,
	lateMs: [5_000, 10_000, 20_000, 40_000],
	betweenLooksMs: 2_000,
	looks: 60,
};
