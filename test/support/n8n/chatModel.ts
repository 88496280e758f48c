/* eslint-disable @n8n/community-nodes/no-restricted-imports -- listens as a model's API does */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

/** The part of a request to OpenAI's chat completions that an agent with tools makes use of. */
export interface ChatRequest {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string; description: string; parameters: object } }>;
	stream?: boolean;
}

/** What the model says: a text, or the tool it wants called. */
export type Saying = string | { tool: string; input: object };

export interface ChatModel {
	/** Base URL for the credential, with its version path. */
	url: string;
	/** Every request so far. */
	requests: ChatRequest[];
	close(): Promise<void>;
}

/** An API like OpenAI's on 127.0.0.1 behind which nobody thinks: `say` answers each request. */
export async function startChatModel(say: (request: ChatRequest) => Saying): Promise<ChatModel> {
	const requests: ChatRequest[] = [];
	const server = createServer((incoming, outgoing) => {
		const answer = async () => {
			const request = JSON.parse(await text(incoming)) as ChatRequest;
			requests.push(request);
			const answered = inForm(request, say(request), requests.length);
			outgoing.writeHead(200, { 'content-type': answered.type }).end(answered.body);
		};
		answer().catch(() => outgoing.writeHead(500).end());
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** One answer, or the pieces of one where a stream was asked for. */
function inForm({ stream }: ChatRequest, said: Saying, turn: number) {
	const common = { id: `completion-${turn}`, created: 1_700_000_000, model: 'nobody' };
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	const finish_reason = typeof said === 'string' ? 'stop' : 'tool_calls';
	const message = messageOf(said, turn);
	if (!stream) {
		const choices = [{ index: 0, message, finish_reason }];
		const body = { ...common, object: 'chat.completion', choices, usage };
		return { type: 'application/json', body: JSON.stringify(body) };
	}
	const piece = (delta: object, finish: string | null) =>
		JSON.stringify({
			...common,
			object: 'chat.completion.chunk',
			choices: [{ index: 0, delta, finish_reason: finish }],
		});
	const pieces = [piece(message, null), piece({}, finish_reason), '[DONE]'];
	return { type: 'text/event-stream', body: pieces.map((one) => `data: ${one}\n\n`).join('') };
}

function messageOf(said: Saying, turn: number): object {
	if (typeof said === 'string') return { role: 'assistant', content: said };
	const call = { name: said.tool, arguments: JSON.stringify(said.input) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ index: 0, id: `call-${turn}`, type: 'function', function: call }],
	};
}
