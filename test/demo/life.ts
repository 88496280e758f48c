import { changedOnTheWay, sentAgain, signed, withoutSignature, type Scene } from './scenes';

/** Scenes without end: mostly signed events, now and then a forged or repeated one. */
export function* endlessScenes(): Generator<Scene, never> {
	for (let round = 1; ; round += 1) {
		const incomes = signed('INCOMES_ADDED', { count: round });
		yield incomes;
		yield signed('ACCOUNT_CONNECTED', { loginName: `sample.user.${round}` });
		yield changedOnTheWay();
		yield signed('INCOMES_UPDATED', { count: round + 1 });
		yield sentAgain(incomes);
		yield signed('ACCOUNT_DISCONNECTED');
		yield withoutSignature();
	}
}
