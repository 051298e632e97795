// Who comes next where more is asked than can be done at once: a line for each server (for each member outside of
// servers), and the lines take turns, so that whoever asks much waits behind themselves and not in front of others.
import { UserError } from '../../common/errors.ts';
import type { Message } from '../../messages/messages.ts';

export interface TurnRules {
  /** Works that go on at once, in all and of one line. */
  readonly atOnce: number;
  readonly ofOneLine: number;
  /** Works of one person, those that wait included. */
  readonly ofOnePerson: number;
  /** Works that wait in one line. */
  readonly waiting: number;
  /** What takes longer waits for something else than a processor, and makes room for the next; in milliseconds. */
  readonly lentMs?: number;
  /** Whoever has waited so long is turned away; in milliseconds. */
  readonly patience?: Patience;
  /** Told to whoever is turned away: because of all the others, and because of what they want themselves. */
  readonly crowded: Message;
  readonly greedy: Message;
}

export interface Patience {
  /** In a rush that passes. */
  readonly rushMs: number;
  /**
   * Where a line has not been empty for `standingAfterMs`: it will not get shorter by waiting, and who is turned away
   * soon costs one message, where somebody who waited had a deferral before it. Counted from when it was asked: what was
   * under way for long before it came here makes those late who come in time.
   */
  readonly standingMs: number;
  readonly standingAfterMs: number;
}

/** Who wants something done. */
export interface Asker {
  readonly line: string;
  readonly who: string;
  /** Goes before what waits in the same line. */
  readonly first?: boolean;
  /** When it was asked, by the turns' clock; now, where it is left out. */
  readonly since?: number;
}

/** Turned away: nothing was done. */
export class Crowded extends UserError {}

export interface Turns {
  /** Does the work when its turn comes. Rejects with `Crowded` where that is not to be in time. */
  take<T>(asker: Asker, work: () => Promise<T>): Promise<T>;
  /** How much is done at this moment, and how much waits. */
  busy(): Busy;
  /** Everybody is turned away from now on, those who wait as well. */
  close(): void;
}

export interface Busy {
  readonly running: number;
  readonly waiting: number;
}

interface Waiting {
  begin(): void;
  turnAway(): void;
}

interface Line {
  readonly name: string;
  readonly waiting: Waiting[];
  running: number;
  /** Since when somebody has waited in it without a pause. */
  crowdedSince: number;
}

export function openTurns(rules: TurnRules, now: () => number = () => performance.now()): Turns {
  return new FairTurns(rules, now);
}

class FairTurns implements Turns {
  readonly #rules: TurnRules;
  readonly #now: () => number;
  /** The next turn is the first one's. */
  readonly #lines = new Map<string, Line>();
  readonly #people = new Map<string, number>();
  #running = 0;
  #closed = false;
  // In a crowd thousands a second are turned away, and an error's calls take longer to note than all else that is done for it.
  readonly #crowded: Crowded;
  readonly #greedy: Crowded;

  constructor(rules: TurnRules, now: () => number) {
    this.#rules = rules;
    this.#now = now;
    this.#crowded = new Crowded(rules.crowded);
    this.#greedy = new Crowded(rules.greedy);
  }

  async take<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    const own = this.#people.get(asker.who) ?? 0;
    if (this.#closed) throw this.#crowded;
    if (own >= this.#rules.ofOnePerson) throw this.#greedy;
    this.#people.set(asker.who, own + 1);
    try {
      const done = await this.#turn(asker);
      try {
        return await work();
      } finally {
        done();
      }
    } finally {
      const left = (this.#people.get(asker.who) ?? 1) - 1;
      if (left > 0) this.#people.set(asker.who, left);
      else this.#people.delete(asker.who);
    }
  }

  busy(): Busy {
    const waiting = [...this.#lines.values()].reduce((sum, line) => sum + line.waiting.length, 0);
    return { running: this.#running, waiting };
  }

  close(): void {
    this.#closed = true;
    for (const { waiting } of [...this.#lines.values()]) {
      for (const each of [...waiting]) each.turnAway();
    }
  }

  /** Resolves with what is called when the work is done. */
  #turn({ line: name, first = false, since = this.#now() }: Asker): Promise<() => void> {
    const line = this.#lines.get(name) ?? { name, waiting: [], running: 0, crowdedSince: 0 };
    if (line.waiting.length >= this.#rules.waiting) throw this.#crowded;
    this.#lines.set(name, line);
    if (line.waiting.length === 0) line.crowdedSince = this.#now();
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const leave = (): void => {
        clearTimeout(timer);
        line.waiting.splice(line.waiting.indexOf(waiting), 1);
      };
      const waiting: Waiting = {
        begin: () => {
          leave();
          resolve(this.#lend(line));
        },
        turnAway: () => {
          leave();
          this.#tidy(line);
          reject(this.#crowded);
        },
      };
      if (first) line.waiting.unshift(waiting);
      else line.waiting.push(waiting);
      this.#next();
      if (!this.#rules.patience || !line.waiting.includes(waiting)) return;
      const patience = this.#patienceOf(line, this.#rules.patience, since);
      if (patience > 0) timer = setTimeout(waiting.turnAway, patience);
      else waiting.turnAway();
    });
  }

  #patienceOf({ crowdedSince }: Line, patience: Patience, since: number): number {
    const now = this.#now();
    const isStanding = now - crowdedSince > patience.standingAfterMs;
    return isStanding ? patience.standingMs - (now - since) : patience.rushMs;
  }

  /** Begins what there is room for, one of each line in turn. */
  #next(): void {
    while (this.#running < this.#rules.atOnce) {
      const line = this.#nextLine();
      if (!line) return;
      this.#lines.delete(line.name);
      this.#lines.set(line.name, line);
      line.waiting[0]?.begin();
    }
  }

  #nextLine(): Line | undefined {
    for (const line of this.#lines.values()) {
      if (line.waiting.length > 0 && line.running < this.#rules.ofOneLine) return line;
    }
    return undefined;
  }

  /** A place for one work; it is given back once, when the work is done or has taken long. */
  #lend(line: Line): () => void {
    this.#running += 1;
    line.running += 1;
    let isLent = true;
    const back = (): void => {
      if (!isLent) return;
      isLent = false;
      clearTimeout(timer);
      this.#running -= 1;
      line.running -= 1;
      this.#tidy(line);
      this.#next();
    };
    const { lentMs } = this.#rules;
    const timer = lentMs === undefined ? undefined : setTimeout(back, lentMs);
    return back;
  }

  /** Nothing is kept of a line in which nobody is; a work that made room may outlast it, beside a new one of its name. */
  #tidy(line: Line): void {
    const isEmpty = line.running === 0 && line.waiting.length === 0;
    if (isEmpty && this.#lines.get(line.name) === line) this.#lines.delete(line.name);
  }
}
