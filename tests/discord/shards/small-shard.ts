// A process of some shards as small as can be, for those that keep it: no bot, and no module of the project, so that it starts at once.
// What it does stands in the file `how` of the folder that its environment names, when it starts.
import { readFileSync } from 'node:fs';
import type { Down, Facts, Said } from '../../../src/discord/shards/talk.ts';

const { env: environment } = process;
const shards = environment['SHARD_LIST'] ?? '';
const file = `${environment['SMALL_SHARD']}/how.json`;
const how: string = JSON.parse(readFileSync(file, 'utf8'))[shards] ?? 'ready';
const say = (communique: object): unknown => process.send?.({ communique });
const ready = (): unknown => say({ kind: 'ready' });

const known: Facts = { health: [], readiness: [{ key: 'health.corpus.unread' }], figures: [] };

function hear(said: Down): void {
  if (said.kind === 'brought') {
    if (said.id === 5 && 'not' in said.answer && said.answer.not === 'unavailable') ready();
  } else if (how === 'waits') ready();
  else if (how !== 'mute') {
    const { id, topic } = said;
    say({ kind: 'told', id, facts: topic === 'alive' ? {} : { [topic]: known[topic] } });
  }
}

process.on('SIGTERM', () => {
  if (how === 'deaf') say({ kind: 'unread', id: 0 });
  else process.exit(0);
});
// Whoever looked after it is gone.
process.on('disconnect', () => process.exit(9));
process.on('message', ({ communique }: Said<Down>) => hear(communique));
if (how.startsWith('dies')) process.exit(Number(how.slice(4)));
if (how === 'asks') say({ kind: 'read', id: 5, line: '', work: { kind: 'open' } });
if (how === 'deaf' || how === 'ready' || how === 'mute') {
  const words = process.argv.slice(2);
  const facts = { shards, words, count: environment['SHARD_COUNT'], list: environment['SHARDING_MANAGER'] };
  say({ kind: 'told', id: 0, facts });
  ready();
}
