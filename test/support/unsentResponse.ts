/* eslint-disable @n8n/community-nodes/no-restricted-imports -- makes a response of Node's without a connection */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Response } from 'express';

/** A response as n8n gets it from Node, whose caller can hang up: `destroy()`. */
export function unsentResponse(): Response {
	return new ServerResponse(new IncomingMessage(new Socket())) as Response;
}
