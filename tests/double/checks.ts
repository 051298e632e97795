// The checks as one door: routes hand bodies in, a body that fails is recorded and turned down as Discord would.
import type { z } from 'zod';
import { type Finding, invalidBody } from './errors.ts';
import type { OpenApiFindings } from './openapi.ts';
import type { CallbackRuleName } from './rules-callback.ts';
import { type CommandRuleName, commandFindings, commandSetFindings } from './rules-command.ts';
import { type MessageRuleName, messageFindings, type Proposal } from './rules-message.ts';
import { schemaFindings, schemaFor } from './schemas.ts';
import type { CommandBody } from './wire.ts';

export type RuleName =
  | 'schema'
  | 'unknown-key'
  | 'openapi'
  | 'unknown-route'
  | MessageRuleName
  | CommandRuleName
  | CallbackRuleName;

/** One fault that the double found in what the bot sent. */
export interface Violation extends Finding {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** The request under judgement. */
export interface Judged {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export class Checks {
  readonly violations: Violation[] = [];
  readonly #enabled: boolean;
  readonly #without: ReadonlySet<string>;
  readonly #openApi: OpenApiFindings | null;

  constructor(enabled: boolean, without: readonly RuleName[], openApi: OpenApiFindings | null) {
    this.#enabled = enabled;
    this.#without = new Set(without);
    this.#openApi = openApi;
  }

  /** Checks a body against Discord's schemas, by method and path. */
  schema(request: Judged): void {
    if (!this.#enabled) return;
    const name = schemaFor(request.method, request.path, request.body);
    if (!name) return;
    const findings = [...schemaFindings(name, request.body), ...(this.#openApi?.(name, request.body) ?? [])];
    this.reject(request, findings);
  }

  message(request: Judged, proposal: Proposal, at = ''): void {
    if (this.#enabled)
      this.reject(
        request,
        messageFindings(proposal, (rule) => this.#isOn(rule), at),
      );
  }

  commands(request: Judged, changed: readonly CommandBody[], all: readonly CommandBody[]): void {
    if (!this.#enabled) return;
    const bulk = Array.isArray(request.body);
    const findings = changed.flatMap((command, index) =>
      commandFindings(command, (rule) => this.#isOn(rule), bulk ? String(index) : ''),
    );
    this.reject(request, [...findings, ...commandSetFindings(all)]);
  }

  /** What the double itself must be able to read; in force even when the checks are off. */
  read<T>(request: Judged, schema: z.ZodType<T>, value: unknown): T {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const findings = parsed.error.issues.map((issue) => ({
      rule: 'schema',
      at: issue.path.map(String).join('.'),
      message: issue.message,
    }));
    this.#record(request, findings);
    throw invalidBody(findings);
  }

  /** Records the findings whose rules are on, and throws Discord's refusal if there are any. */
  reject(request: Judged, findings: readonly Finding[]): void {
    const counted = this.#enabled ? findings.filter(({ rule }) => this.#isOn(rule)) : [];
    if (counted.length === 0) return;
    this.#record(request, counted);
    throw invalidBody(counted);
  }

  /** Records without refusing. */
  note(request: Judged, finding: Finding): void {
    if (this.#enabled && this.#isOn(finding.rule)) this.#record(request, [finding]);
  }

  #isOn(rule: string): boolean {
    return !this.#without.has(rule);
  }

  #record({ method, path, body }: Judged, findings: readonly Finding[]): void {
    for (const finding of findings) this.violations.push({ ...finding, method, path, body });
  }
}
