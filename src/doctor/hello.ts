// Whether Discord's gateway answers: it greets whoever connects, before anybody logs in, so that a running bot does not notice.
import { z } from 'zod';
import { within } from '../common/within.ts';

const hello = z.object({ op: z.literal(10) });
const withinMs = 10_000;

/** Why the gateway cannot be had; undefined where it greets. */
export async function helloOf(url: string): Promise<string | undefined> {
  const address = new URL(url);
  address.searchParams.set('v', '10');
  address.searchParams.set('encoding', 'json');
  const socket = new WebSocket(address);
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  socket.addEventListener('message', ({ data }) =>
    resolve(isHello(String(data)) ? undefined : 'another greeting'),
  );
  socket.addEventListener('error', (event) =>
    resolve('message' in event && event.message ? String(event.message) : 'no connection'),
  );
  socket.addEventListener('close', ({ code }) => resolve(`closed with ${code}`));
  try {
    return await within(withinMs, promise, `no greeting within ${withinMs / 1_000} s`);
  } finally {
    socket.close();
  }
}

function isHello(text: string): boolean {
  try {
    return hello.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
