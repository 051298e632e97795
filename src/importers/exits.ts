// How the process that reads files ends where it cannot go on.

export const exits = { memory: 70, crashed: 71 } as const;
