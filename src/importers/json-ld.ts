// What a page says of itself in JSON-LD: the data that publishers write for search engines.
import { z } from 'zod';
import type { Page } from './dom.ts';

const text = z.string().trim().min(1).max(1_000);
const named = z.union([
  text,
  z.object({ name: text }).transform(({ name }) => name),
  z
    .array(z.union([text, z.object({ name: text }).transform(({ name }) => name)]))
    .transform((names) => names.join(', ')),
]);
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const thingSchema = z.object({
  '@type': optional(z.union([z.string(), z.array(z.string()).transform((types) => types.join(' '))])),
  headline: optional(text),
  name: optional(text),
  datePublished: optional(text),
  publisher: optional(named),
  author: optional(named),
  inLanguage: optional(
    z.union([text, z.object({ alternateName: text }).transform((language) => language.alternateName)]),
  ),
  url: optional(text),
  mainEntityOfPage: optional(z.union([text, z.object({ '@id': text }).transform((page) => page['@id'])])),
});

export type Thing = z.infer<typeof thingSchema>;

/** What is described here is the text itself; a page tells also of its site, its videos, its menu. */
const isText = /article|report|posting|statement|legislation|speech|pressrelease|webpage|creativework/iu;

/** The thing that tells most of the text, or undefined. */
export function articleData(page: Page): Thing | undefined {
  const things: Thing[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    collect(parsed(script.textContent ?? ''), things, 0);
  }
  const texts = things.filter((thing) => isText.test(thing['@type'] ?? ''));
  return texts.find(({ headline, datePublished }) => headline && datePublished) ?? texts[0];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.trim());
  } catch {
    return undefined;
  }
}

/** Lists and graphs nest a little; deeper is made to be endless. */
const deepest = 4;

function collect(data: unknown, into: Thing[], depth: number): void {
  if (depth > deepest || typeof data !== 'object' || data === null || into.length > 200) return;
  if (Array.isArray(data)) {
    for (const each of data) collect(each, into, depth + 1);
    return;
  }
  const thing = thingSchema.safeParse(data);
  if (thing.success) into.push(thing.data);
  if ('@graph' in data) collect(data['@graph'], into, depth + 1);
}
