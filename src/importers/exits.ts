// How the process that reads files ends where it cannot go on.

export const exits = {
  /** Too much memory, as our own watch found. */
  memorySignal: 'SIGUSR2',
  /** Too much memory, as the engine found: it aborts. */
  engineSignal: 'SIGABRT',
  /** The same where there are no signals. */
  engineStatus: 134,
} as const;
