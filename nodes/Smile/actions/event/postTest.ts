import { NodeApiError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { networkProblem } from '../../api/failure';
import { postEvent } from '../../api/postEvent';
import { parsedJson } from '../../shared/parsedJson';

const TIMEOUT_MS = 10_000;
/** Of a long answer the beginning tells enough. */
const SHOWN_CHARACTERS = 2_000;
const CUT_MARK = '… (cut)';

export interface TestAnswer {
	status: number;
	answer: IDataObject | string;
	durationMs: number;
}

/**
 * Delivers a body the way Smile does: signed over exactly its bytes, one try, no redirect followed. Throws a
 * NodeApiError when no answer comes.
 */
export async function postTest(
	context: IExecuteFunctions,
	itemIndex: number,
	{ url, text, secret }: { url: string; text: string; secret: string },
): Promise<TestAnswer> {
	const startedAt = Date.now();
	try {
		const { status, body } = await postEvent(context, { url, text, secret, timeout: TIMEOUT_MS });
		return { status, answer: shown(body), durationMs: Date.now() - startedAt };
	} catch (error) {
		const message = `Could not deliver the test event: ${networkProblem(error)}`;
		throw new NodeApiError(
			context.getNode(),
			{ message },
			{
				message,
				description: `Check that ${url} can be reached from this n8n. A test URL answers only while the editor listens.`,
				itemIndex,
			},
		);
	}
}

/** Short JSON as the object it is; of everything else, and of long JSON, the text's beginning. */
function shown(body: unknown): IDataObject | string {
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	if (text.length > SHOWN_CHARACTERS) {
		return `${text.slice(0, SHOWN_CHARACTERS - CUT_MARK.length)}${CUT_MARK}`;
	}
	const value = parsedJson(text);
	return typeof value === 'object' && value !== null ? (value as IDataObject) : text;
}
