// A stop: what was begun is finished, what was opened for it is closed, and Discord is given a good-bye.
import { type Client, Status } from 'discord.js';
import type { Cards } from '../../../cards/cards.ts';
import { within } from '../../../common/within.ts';
import type { Log } from '../../../log.ts';
import type { Deliveries } from '../../desk/deliveries.ts';
import type { Hearing } from '../../mention/hearing.ts';
import type { Missing } from '../../offering/missing.ts';
import type { Following } from '../../source/following.ts';
import type { OwnSources } from '../../source/own-sources.ts';
import type { Dispatch } from '../dispatch.ts';
import type { Turns } from '../turns.ts';

/** Discord answers a good-bye at once or, in trouble, not at all; nothing is lost without its answer. */
const longestLogoutMs = 1_000;

export interface Begun {
  readonly dispatch: Dispatch;
  readonly hearing: Hearing;
  readonly deliveries: Deliveries;
  readonly following: Following;
  readonly sources: OwnSources;
  readonly cards: Cards;
  readonly exports: Turns;
  readonly missing: Missing;
}

export async function finish(
  client: Client,
  { dispatch, hearing, deliveries, following, sources, cards, exports, missing }: Begun,
  log: Log,
  withinMs: number,
): Promise<void> {
  log.info('stopping: finishing what was begun');
  const ended = Promise.all([deliveries.end(), following.end()]);
  await within(
    withinMs,
    Promise.all([dispatch.finished(), hearing.finished()]).then(() => Promise.all([ended, missing.close()])),
    undefined,
  );
  // What it would be answered from is closed next.
  dispatch.close();
  sources.close();
  exports.close();
  const left = dispatch.unfinished() + hearing.unfinished();
  if (left > 0) log.warn({ left }, 'stopped before everything that was begun was finished');
  await cards.close();
  if (client.ws.status !== Status.Disconnected) await within(longestLogoutMs, client.destroy(), undefined);
  log.info('stopped');
}
