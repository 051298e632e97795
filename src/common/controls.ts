// Characters that nobody sees and that garble what stands around them, where others wrote a part of our line.

/** Marks that turn the direction of writing, and with it the order in which the rest of a line is seen. */
const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Bidirectional controls replaced by a visible mark: for what somebody typed, never for a source's own text. */
export function withoutBidirectional(text: string): string {
  return text.replace(bidirectional, '\ufffd');
}

/** A text as one harmless line: line ends and tabs become spaces, other control characters a visible mark. */
export function oneLine(text: string): string {
  const line = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ').replace(/\p{Cc}/gu, '\ufffd');
  return withoutBidirectional(line);
}
