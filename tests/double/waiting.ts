// Waiting for a state of things: looked at after every change, never after a length of time.

/** Those who want to know of changes to one thing. */
export type Watchers = Set<() => void>;

export function notify(watchers: Watchers): void {
  for (const watcher of watchers) watcher();
}

/** Resolves as soon as `done` holds, now or after a change; rejects after `timeoutMs` with what `complaint` then says. */
export function waitUntil(
  changes: readonly Watchers[],
  done: () => boolean,
  timeoutMs: number,
  complaint: () => string,
): Promise<void> {
  if (done()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!done()) return;
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Discord double: ${complaint()}`));
    }, timeoutMs);
    const stop = () => {
      clearTimeout(timer);
      for (const watchers of changes) watchers.delete(look);
    };
    for (const watchers of changes) watchers.add(look);
  });
}
