// Which kind of document a text is, where nothing says so: only what its form shows plainly.

/** `MR. PRICE:`, `Q`, `THE PRESIDENT:`, `QUESTION:` before what somebody says. */
const turn =
  /^(?:Q\b|A:|[\p{Lu}][\p{Lu}.’' -]{2,40}:|(?:Mr|Ms|Mrs|Dr|President|Minister|Secretary)\.? [\p{L}’' -]{2,40}:|QUESTION:)/u;

/** A third of the paragraphs: what one speaker says goes on over several. */
export function kindOf(paragraphs: readonly string[]): 'transcript' | 'other' {
  const turns = paragraphs.filter((paragraph) => turn.test(paragraph)).length;
  return turns >= 3 && turns >= paragraphs.length / 3 ? 'transcript' : 'other';
}
