// A call that is not answered yet.
import type { LibraryApart } from './library.ts';
import type { Method } from './messages.ts';

export interface Order {
  readonly call: number;
  readonly library: LibraryApart;
  readonly line: string;
  readonly method: Method;
  readonly given: readonly unknown[];
  readonly settle: Pick<PromiseWithResolvers<unknown>, 'resolve' | 'reject'>;
  sent: boolean;
  deaths: number;
}

/** Vectors are made in the background: whoever waits for them holds no library. */
export function isNeeding({ method }: Order): boolean {
  return method !== 'vectors';
}
