// The REST side's door: reads the request, lets faults befall it, asks the routes, answers with Discord's headers.
import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { type ReadBody, readBody } from './body.ts';
import { ApiError, malformed, unauthorized } from './errors.ts';
import { type Faults, faultAnswer, type Misbehaviour, type StatusFault } from './faults.ts';
import { answerTo, needsToken, type RouteAnswer } from './routes.ts';
import type { World } from './world.ts';

/** A request that was turned down with a 4xx, by Discord's status and code. */
export interface Refusal {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export interface RestNeeds {
  readonly world: World;
  readonly token: string;
  readonly faults: Faults;
  readonly refusals: Refusal[];
}

export function restServer(needs: RestNeeds): HttpServer {
  return createServer((request, response) => {
    serve(needs, request, response).catch((error: unknown) => {
      // A fault of the double itself: the test must see it rather than wait.
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!response.headersSent && !response.destroyed) {
        send(response, 500, { message: `Discord double: ${message}`, code: 0 }, {});
      }
    });
  });
}

async function serve(needs: RestNeeds, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, faults } = needs;
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://double');
  // discord.js escapes the @ of `@original`.
  const path = url.pathname.replace(/^\/api(\/v\d+)?(?=\/)/, '').replaceAll('%40', '@');
  if (path.startsWith('/attachments/')) return sendFile(world, path, response);

  const read = await readBody(request).catch((error: unknown) =>
    error instanceof ApiError ? error : malformed(),
  );
  world.happenings.note('request', { method, path });
  const fault = faults.for(method, path);
  if (fault !== null) world.happenings.note('fault', { method, path });
  if (fault === 'hang') return;
  if (fault === 'drop-before') return drop(request);
  if (isStatus(fault) && !fault.taken) return sendFault(response, fault);
  if (isHeld(fault)) await fault.until;

  const authorized = request.headers.authorization === `Bot ${needs.token}`;
  const answer = decide(needs, { method, path, query: url.searchParams, read, authorized });
  if (fault === 'hang-after') return;
  if (fault === 'drop-after') return drop(request);
  if (isStatus(fault)) return sendFault(response, fault);
  send(response, answer.status, answer.body, rateLimitHeaders(answer.bucket));
}

interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly read: ReadBody | ApiError;
  readonly authorized: boolean;
}

function decide(needs: RestNeeds, incoming: Incoming): RouteAnswer {
  const { method, path, query, read, authorized } = incoming;
  try {
    if (needsToken(path) && !authorized) throw unauthorized();
    if (read instanceof ApiError) throw read;
    return answerTo(needs.world, { method, path, query, body: read.body, files: read.files });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, code, message } = error;
    needs.refusals.push({ method, path, status, code, message });
    needs.world.happenings.note('refusal', { method, path, code });
    return { status, body: error.body, bucket: 'refused' };
  }
}

function isStatus(fault: Misbehaviour | null): fault is StatusFault {
  return typeof fault === 'object' && fault !== null && 'status' in fault;
}

function isHeld(fault: Misbehaviour | null): fault is { readonly until: Promise<unknown> } {
  return typeof fault === 'object' && fault !== null && 'until' in fault;
}

function drop(request: IncomingMessage): void {
  request.socket.destroy();
}

/** Sent with every answer: without these headers discord.js retries a 429 in a hot loop. */
function rateLimitHeaders(bucket: string): Record<string, string> {
  return {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': String(Date.now() / 1_000 + 1),
    'x-ratelimit-reset-after': '1',
    'x-ratelimit-bucket': bucket,
  };
}

function sendFault(response: ServerResponse, fault: StatusFault): void {
  const { headers, body } = faultAnswer(fault);
  send(
    response,
    fault.status,
    body,
    fault.status === 429 ? headers : { ...rateLimitHeaders('fault'), ...headers },
  );
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string>,
): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

function sendFile(world: World, path: string, response: ServerResponse): void {
  const attachment = world.attachments.get(path.split('/')[2] ?? '');
  if (!attachment) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': attachment.contentType }).end(attachment.bytes);
}
