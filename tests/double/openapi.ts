// Discord's OpenAPI document, where the environment offers one: a second, stricter reading of every body with ajv.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Finding } from './errors.ts';
import { isRecord, type SchemaName, tolerated } from './schemas.ts';

export type OpenApiFindings = (name: SchemaName, body: unknown) => Finding[];

/** Reads the document once; each schema is compiled when it is first needed. */
export function openApiFindings(file: string): OpenApiFindings {
  const document: unknown = closed(JSON.parse(readFileSync(file, 'utf8')));
  if (!isRecord(document)) throw new Error(`${file}: this is no OpenAPI document`);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addFormat('nonce', /^.{0,25}$/);
  ajv.addSchema(document, 'discord');
  const compiled = new Map<SchemaName, ValidateFunction>();
  const validator = (name: SchemaName) => {
    const known = compiled.get(name) ?? ajv.compile({ $ref: `discord#/components/schemas/${name}` });
    compiled.set(name, known);
    return known;
  };
  const check = (name: SchemaName, body: unknown, at: string): Finding[] => {
    const validate = validator(name);
    if (validate(tolerated(body))) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => ({
      rule: 'openapi',
      at: [at, ...instancePath.split('/')].filter(Boolean).join('.'),
      message: `${message ?? 'does not fit'} ${JSON.stringify(params)}`,
    }));
  };
  return (name, body) =>
    name === 'ApplicationCommandUpdateRequest' && Array.isArray(body)
      ? body.flatMap((command, index) => check(name, command, String(index)))
      : check(name, body, '');
}

/** Objects take the keys they name and no others, so that a misspelt one is found. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (!isRecord(node)) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const open = isRecord(node['properties']) && node['type'] === 'object' && !('additionalProperties' in node);
  return open ? { ...inner, additionalProperties: false } : inner;
}
