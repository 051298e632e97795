// Runs of characters read from their end. A pattern such as `\s*$` begins anew at each of them, which takes the square of their
// number; this goes over each once.

/** Where the run of characters that fit, right before `end`, begins; `end` itself where there is none. */
export function runBefore(text: string, end: number, character: RegExp): number {
  let at = end;
  while (at > 0 && character.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
