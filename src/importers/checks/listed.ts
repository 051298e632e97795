// Where to look: the numbers of paragraphs in a warning.

/** `¶2, ¶5, ¶9 …`: the first few tell where to look. */
export function listed(numbers: readonly number[]): string {
  const first = numbers.slice(0, 8).map((number) => `¶${number}`);
  return first.join(', ') + (numbers.length > 8 ? ' …' : '');
}
