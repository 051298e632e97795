// Shortening a text that is too long for its place, in one way everywhere: refusals, problems and Discord messages.

/**
 * Cuts a text once, at its end, after a whole word where there is one, and marks the cut with "…".
 * `length` counts UTF-16 code units of the result; no character is cut in two.
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length < 1) return '';
  const room = text.slice(0, length - 1);
  const word = /\s/u.test(text[room.length] ?? '') ? room : room.replace(/\S+$/u, '');
  const kept = word.trim() === '' ? room : word;
  return `${kept.replace(/[\ud800-\udbff]$/u, '').trimEnd()}…`;
}
