// How old an interaction is when it gets here. Its id tells by Discord's clock when it began; ours may be wrong by any
// amount, so an age is measured against the smallest difference between the two that was lately seen.
import { SnowflakeUtil } from 'discord.js';

/** So long a difference is remembered, at least, in milliseconds; clocks drift by some hundredths of a second in it. */
const rememberedMs = 300_000;

export interface Ages {
  /** Milliseconds since an interaction began: rather too few than too many, and 0 for the first one. */
  of(id: string): number;
}

/**
 * The clock may be off, but must run evenly: that of the process does, whatever is done to the time of day. What comes
 * when nothing was seen for long counts as new.
 */
export function openAges(now: () => number = () => performance.now()): Ages {
  // The smallest difference of this stretch of time, and of the one before it.
  let [smallest, before] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let since = now();
  return {
    of: (id) => {
      const at = now();
      const passed = at - since;
      if (passed >= rememberedMs) {
        before = passed < 2 * rememberedMs ? smallest : Number.POSITIVE_INFINITY;
        smallest = Number.POSITIVE_INFINITY;
        since = at;
      }
      const difference = at - SnowflakeUtil.timestampFrom(id);
      smallest = Math.min(smallest, difference);
      return difference - Math.min(smallest, before);
    },
  };
}
