// Custom ids about one document, `source:page:2:1:tonight`: its version, a page, its id. They hold all that is needed, so
// they work after a restart; whoever forges one gets no further than their roles and their own server.
import { z } from 'zod';
import { idSchema } from '../../corpus/text/texts.ts';

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const schema = z.tuple([
  z.literal('source'),
  z.string().regex(/^[a-z]{1,20}$/),
  count,
  count,
  idSchema.max(60),
]);

export interface DocumentTarget {
  readonly action: string;
  readonly version: number;
  /** From 1. */
  readonly page: number;
  readonly id: string;
}

export function documentId(action: string, { version, page, id }: Omit<DocumentTarget, 'action'>): string {
  return `source:${action}:${version}:${page}:${id}`;
}

/** Undefined where it is none of these. */
export function documentTargetOf(custom: string): DocumentTarget | undefined {
  const read = schema.safeParse(custom.split(':'));
  if (!read.success) return undefined;
  const [, action, version, page, id] = read.data;
  return { action, version, page, id };
}
