// Where a run of words begins and where it ends.

/** The first and the last of a list; undefined of an empty one. */
export function endsOf<T>(list: readonly T[]): { readonly first: T; readonly last: T } | undefined {
  const [first] = list;
  return first === undefined ? undefined : { first, last: list.at(-1) ?? first };
}
