// How old an interaction is when it gets here. Its id tells by Discord's clock when it began; ours may be wrong by any
// amount, so an age is measured against the differences between the two that were lately seen.
import { SnowflakeUtil } from 'discord.js';

/** So long a difference is remembered at most, in milliseconds; clocks drift by some hundredths of a second in it. */
const rememberedMs = 600_000;
/** So many are remembered, and of what comes within one second so many: a stall brings hundreds of late ones at once. */
const mostRemembered = 50;
const ofOneSecond = 3;
/**
 * Up to a fifth of them, and one in any case, may come from ahead of time: one of Discord's machines with a wrong clock must not
 * make all others late. So where more than four fifths are late, none is: nobody can tell that from a wrong clock.
 */
const ahead = 0.2;

export interface Ages {
  /** Milliseconds since an interaction began: rather too few than too many, and 0 for the first ones. */
  of(id: string): number;
}

interface AgesParts {
  readonly now?: () => number;
  /** What is older is late. */
  readonly lateMs: number;
  /** Told, once in a while, where nearly all that come are late or some are from ahead of time. */
  readonly doubted: () => void;
}

interface Seen {
  readonly at: number;
  readonly difference: number;
}

/**
 * The clock may be off, but must run evenly: that of the process does, whatever is done to the time of day. What comes
 * when nothing was seen for long counts as new.
 */
export function openAges({ now = () => performance.now(), lateMs, doubted }: AgesParts): Ages {
  let seen: readonly Seen[] = [];
  let usual = 0;
  let doubtedAt = Number.NEGATIVE_INFINITY;
  const note = (one: Seen): void => {
    const recent = seen.filter(({ at }) => one.at - at < rememberedMs);
    if (recent.filter(({ at }) => one.at - at < 1_000).length < ofOneSecond) recent.push(one);
    seen = recent.slice(-mostRemembered);
    const sorted = seen.map(({ difference }) => difference).sort((a, b) => a - b);
    // Of one alone nothing is known.
    const least = Math.min(1, sorted.length - 1);
    usual = sorted[Math.max(least, Math.floor(sorted.length * ahead))] ?? one.difference;
    const isDoubtful = usual - (sorted[least] ?? usual) > lateMs;
    if (!isDoubtful || one.at - doubtedAt < rememberedMs) return;
    doubtedAt = one.at;
    doubted();
  };
  return {
    of: (id) => {
      const at = now();
      const difference = at - SnowflakeUtil.timestampFrom(id);
      note({ at, difference });
      return Math.max(0, difference - usual);
    },
  };
}
