// Building blocks of bodies, right and wrong, for the tests of the rules.
import type { Discord, RuleName } from './double.ts';

export const V2 = 1 << 15;
export const SILENT = { allowed_mentions: { parse: [] } };

export const button = (custom_id: string, extra = {}) => ({
  type: 2,
  style: 1,
  label: 'Press',
  custom_id,
  ...extra,
});
export const row = (...components: object[]) => ({ type: 1, components });
export const text = (content: string) => ({ type: 10, content });
export const menu = (...values: string[]) => ({
  type: 3,
  custom_id: 'menu',
  options: values.map((value) => ({ label: value, value })),
});
export const field = (id: string) => row({ type: 4, custom_id: id, style: 1, label: 'Text' });
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

export const option = (name: string, extra = {}) => ({ type: 3, name, description: 'An option', ...extra });
export const command = (extra = {}) => ({ name: 'ask', description: 'Ask', ...extra });
export const choices = (count: number, length: number) =>
  times(count, (index) => ({ name: `${index}`, value: 'x'.repeat(length) }));
export const ASK = command({ options: [option('words', { autocomplete: true })] });

/** For each rule a body that breaks it and a twin that keeps it, at its very limit where it has one. */
export type Case = readonly [rule: RuleName, wrong: object, right: object];

export const SCHEMA_RULES: readonly RuleName[] = ['schema', 'unknown-key', 'openapi'];

/** Each rule is tried behind the schemas and alone, so that none leans on a schema that may change. */
export const LAYERS: readonly { readonly layer: string; readonly without: readonly RuleName[] }[] = [
  { layer: 'with the schemas', without: [] },
  { layer: 'with the rules alone', without: SCHEMA_RULES },
];

/** The cases that concern the rules that are on. */
export function casesFor(cases: readonly Case[], without: readonly RuleName[]): Case[] {
  return cases.filter(([rule]) => !without.includes(rule));
}

/** Whether the rule objected. Behind the schemas, a schema may have been the one to object. */
export function caught(discord: Discord, rule: RuleName, without: readonly RuleName[]): boolean {
  const broken = discord.violations.map((violation) => violation.rule);
  return broken.includes(rule) || (without.length === 0 && broken.includes('schema'));
}
