// Custom ids of buttons, menus and forms: `question:approve:12:3`. They hold all that is needed, so they work after a
// restart; whoever forges one gets no further than their roles and the server they are in.
import { z } from 'zod';

const count = z.coerce.number().int().min(0).max(1_000_000_000);
const idSchema = z.tuple([
  z.string(),
  z.string().regex(/^[a-z-]{1,20}$/),
  z.string().regex(/^\d{1,20}$/),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
]);

/** What a custom id of this folder says. */
export interface Target {
  readonly action: string;
  /** A question's number, or the id of a desk's channel. */
  readonly of: string;
  /** The same as a number. */
  readonly number: number;
  /** The version that was seen; for a list the page. */
  readonly seen: number;
}

export function customId(command: string, action: string, of: string | number, seen?: number): string {
  return [command, action, of, ...(seen === undefined ? [] : [seen])].join(':');
}

/** Undefined where it is none of ours. */
export function targetOf(custom: string): Target | undefined {
  const read = idSchema.safeParse(custom.split(':'));
  if (!read.success) return undefined;
  const [, action, of, seen] = read.data;
  return { action, of, number: numberOf(of), seen: Number(seen ?? 0) };
}

/** The number of a question; 0, which none has, where it is none. */
export function numberOf(text: string | undefined): number {
  const read = count.safeParse(text);
  return read.success ? read.data : 0;
}
