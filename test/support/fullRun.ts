/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the environment */

/** Whether long cases run too: FULL=1 asks for them, CI leaves them out. */
export const isFullRun = process.env.FULL === '1';
