// What discord.js sends a second time by itself, within milliseconds and unseen: where Discord then says that an interaction is answered
// already, it was we who answered.
import { type Client, RESTEvents } from 'discord.js';
import { LRUCache } from 'lru-cache';

/** Some seconds of a busy bot; an answer that was turned down is looked up at once. */
const mostRemembered = 1_000;

/** By client, since an answer knows no more than the interaction's. */
const repeated = new WeakMap<object, LRUCache<string, true>>();

const answers = /^\/interactions\/(?<id>\d+)\//;

/** Begins to remember; before the client's first request. */
export function rememberRepeats(client: Client): void {
  const ids = new LRUCache<string, true>({ max: mostRemembered });
  repeated.set(client, ids);
  client.rest.on(RESTEvents.Response, ({ path, retries }) => {
    const id = answers.exec(path)?.groups?.['id'];
    if (id !== undefined && retries > 0) ids.set(id, true);
  });
}

/** Whether a first answer to an interaction went out more than once. */
export function wasRepeated(client: object, interaction: string): boolean {
  return repeated.get(client)?.has(interaction) ?? false;
}
