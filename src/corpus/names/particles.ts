// The small words inside of names, which carry no capital ("Anna von der Berg"), and what stands behind them ("Jr.").

export const particles: ReadonlySet<string> = new Set(
  'von van vom zu zum zur der den de del della di du da dos das la le al el bin ibn ben ter y e'.split(' '),
);

/** Whether a word, folded, stands behind a surname and is none: "Martin Luther King, Jr.". */
export function isSuffixWord(low: string): boolean {
  return /^(?:jr|sr|ii|iii|iv)$/u.test(low);
}
