/** An error whose message already says what to do. */
export class AdvisedError extends Error {}
