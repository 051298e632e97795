// Servers, moderators and texts for the suites of a server's own documents.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { addDocument, type Rules } from '../../src/sources/add.ts';
import type { Doer, Done } from '../../src/sources/change.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import type { Draft } from '../../src/sources/version.ts';
import type { Database } from '../../src/store/tables.ts';

export const noon = Date.UTC(2026, 0, 5, 12);
export const minute = 60_000;

/** A server that nobody else works in. */
export function newGuild(): string {
  return `guild-${randomUUID()}`;
}

export function moderator(guild: string, by = 'mia', at = noon): Doer {
  return { guild, by, at };
}

export function draft(text: string, title = 'A communiqué'): Draft {
  return {
    metadata: { title: { value: title, by: 'source' }, kind: 'statement', language: 'en' },
    format: 'markdown',
    text,
  };
}

export const rules: Rules = { limits: defaultLimits, reserved: new Set(['shipped']) };

/** Limits that all are far away but those given. */
export function limitedTo(limits: Partial<Rules['limits']>): Rules {
  return { ...rules, limits: { ...defaultLimits, ...limits } };
}

export async function added(
  database: Database,
  doer: Doer,
  id: string,
  text = 'One.\n\nTwo.',
): Promise<Done> {
  return done(await addDocument(database, doer, { id, draft: draft(text) }, rules));
}

/** A result that is expected to have been done. */
export function done(result: Done | { readonly ok: false }): Done {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error('not done');
  return result;
}
