// What a page says of itself in JSON-LD: the data that publishers write for search engines.
import { z } from 'zod';
import type { Page } from './dom.ts';
import { likenessOf } from './titles.ts';

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

/** What a site is called by, and whose it is. */
const isSite = /website|organization|corporation/iu;

export interface PageData {
  /** The thing that tells most of the text. */
  readonly article?: Thing;
  /** What the site or its publisher calls itself. */
  readonly site?: string;
}

/** What the data tell of the text whose titles are given; a page brings data of its neighbours too, and these are passed over. */
export function pageData(page: Page, titles: readonly string[]): PageData {
  const things: Thing[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    collect(parsed(script.textContent ?? ''), things, 0);
  }
  const likeness = ({ headline, name }: Thing): number =>
    titles.length === 0 || (headline ?? name) === undefined
      ? 0.1
      : Math.max(...titles.map((title) => likenessOf(headline ?? name ?? '', title)));
  const texts = things
    .filter((thing) => isText.test(thing['@type'] ?? ''))
    .map((thing) => ({ thing, like: likeness(thing) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like)
    .map(({ thing }) => thing);
  const article = texts.find(({ headline, datePublished }) => headline && datePublished) ?? texts[0];
  const site = things.find((thing) => isSite.test(thing['@type'] ?? '') && thing.name)?.name;
  return { ...(article && { article }), ...(site !== undefined && { site }) };
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
