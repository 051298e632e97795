// The small words inside of names, which carry no capital: "Anna von der Berg".

export const particles: ReadonlySet<string> = new Set(
  'von van vom zu zum zur der den de del della di du da dos das la le al el bin ibn ben ter y e'.split(' '),
);
