// The address for those who look after the bot: /healthz, /readyz and /metrics, read alone. It answers no other question.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ProblemsError } from '../common/errors.ts';
import { codeOf, reasonOf } from '../common/reasons.ts';
import { inEnglish, type Message, type MessageKey } from '../messages/messages.ts';
import type { Checks } from './checks.ts';
import type { Figures } from './figures.ts';

export interface Place {
  readonly host: string;
  readonly port: number;
}

export interface HealthServer {
  /** Where it listens. */
  readonly port: number;
  close(): Promise<void>;
}

export interface Answers {
  readonly health: Checks;
  readonly readiness: Checks;
  readonly figures: Pick<Figures, 'text' | 'contentType'>;
  /** Is told of what went wrong while somebody was answered. */
  readonly troubled: (error: unknown) => void;
}

/** Those who look after a bot are few; more connections are somebody who holds them open. */
const mostConnections = 50;
const requestMs = 5_000;

/** Throws `ProblemsError` where the port cannot be had. */
export async function openHealthServer({ host, port }: Place, answers: Answers): Promise<HealthServer> {
  const server = createServer(
    { requestTimeout: requestMs, headersTimeout: requestMs },
    (request, response) => {
      answer(request, response, answers).catch((error) => {
        answers.troubled(error);
        if (response.headersSent) response.destroy();
        else send(response, 500, '');
      });
    },
  );
  server.maxConnections = mostConnections;
  await listening(server, { host, port });
  server.on('error', answers.troubled);
  // Nobody waits for the next question.
  server.unref();
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(notOpened({ host, port }, cause)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

const known: Readonly<Record<string, MessageKey>> = {
  EADDRINUSE: 'health.inUse',
  EACCES: 'health.forbidden',
  EPERM: 'health.forbidden',
  EADDRNOTAVAIL: 'health.noAddress',
  ENOTFOUND: 'health.noAddress',
  EAI_AGAIN: 'health.noAddress',
};

function notOpened({ host, port }: Place, cause: Error): ProblemsError {
  const key = known[codeOf(cause)] ?? 'health.notOpened';
  const setting = key === 'health.noAddress' ? 'HEALTH_HOST' : 'HEALTH_PORT';
  const values = { host, port: String(port), reason: reasonOf(cause) };
  return new ProblemsError([{ place: { file: setting }, message: { key, values }, cause }]);
}

async function answer(
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
  { health, readiness, figures }: Answers,
): Promise<void> {
  const [path] = url.split('?', 1);
  if (method !== 'GET' && method !== 'HEAD') return send(response, 405, inEnglish('health.readOnly'));
  if (path === '/healthz') return tell(response, await health.failing());
  if (path === '/readyz') return tell(response, await readiness.failing());
  if (path === '/metrics') return send(response, 200, await figures.text(), figures.contentType);
  send(response, 404, inEnglish('health.paths'));
}

function tell(response: ServerResponse, failing: readonly Message[]): void {
  const lines = failing.map(({ key, values }) => inEnglish(key, values));
  if (lines.length === 0) send(response, 200, inEnglish('health.ok'));
  else send(response, 503, lines.join('\n'));
}

function send(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, headers).end(text === '' || text.endsWith('\n') ? text : `${text}\n`);
}
