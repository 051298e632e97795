// How long a process that ended waits for its successor: hardly at first, longer each time, so that one that cannot live does not use up
// the thousand logins that Discord gives a bot in a day.

const firstMs = 500;
const longestMs = 5 * 60_000;
/** Whatever lived so long ended for another reason than its start. */
const longLifeMs = 10 * 60_000;

export interface Patience {
  /** A process ended that lived so long: the milliseconds to wait before the next. */
  after(livedMs: number): number;
}

export function openPatience(): Patience {
  let waitMs = firstMs;
  return {
    after: (livedMs) => {
      if (livedMs >= longLifeMs) waitMs = firstMs;
      const now = waitMs;
      waitMs = Math.min(longestMs, waitMs * 2);
      return now;
    },
  };
}

/** What Discord says of the logins that are left today. */
export interface Logins {
  readonly remaining: number;
  readonly total: number;
  /** Milliseconds until there are as many as in the beginning. */
  readonly resetMs: number;
}

/** So many are left for whoever starts the bot by hand, of a hundred. */
const kept = 5;

/** How long shards wait that want to log in: until the next day's logins where these are nearly used up. */
export function waitForLogins(shards: number, { remaining, total, resetMs }: Logins): number {
  return remaining - Math.ceil((total * kept) / 100) >= shards ? 0 : resetMs;
}
