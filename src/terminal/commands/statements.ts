// The speech in the documents: JSON lines for machines, one a statement, or a list for people.
import { once } from 'node:events';
import { clauseTold } from '../../citing/who-said.ts';
import type { Span } from '../../corpus/passages.ts';
import { documentNamed } from '../../dialogue/refusals.ts';
import type { Library, Statement } from '../../library.ts';
import type { Translate } from '../../messages/messages.ts';
import { harmless, type Screen, styled, wrapped } from '../style.ts';

/** A part of a document's text: offsets in UTF-16 code units, end exclusive. */
interface PartJson extends Span {
  readonly text: string;
}

/** A statement as machines read it; the README documents it. */
export interface StatementJson extends PartJson {
  readonly document: string;
  readonly paragraph: number;
  readonly spans: readonly (readonly [number, number])[];
  readonly direct: boolean | null;
  readonly speaker:
    | (PartJson & {
        readonly kind: string;
        /** It stands in the title, and so do the offsets. */
        readonly inTitle?: true;
        readonly resolved?: string;
        readonly party?: string;
      })
    | null;
  readonly cue: PartJson | null;
  readonly medium?: string;
  readonly hedges?: readonly string[];
}

export interface StatementsAsked {
  /** The id or the title of one document; without it all of them are read. */
  readonly document?: string;
  readonly json?: boolean;
}

/**
 * Writes the statements of one document or of all, document by document, so that a reader that is slow fills no memory.
 * Throws `UserError` where no document has the name.
 */
export async function writeStatements(
  library: Library,
  asked: StatementsAsked,
  output: Screen,
  translate: Translate,
): Promise<void> {
  const one = documentNamed(asked.document ?? null, library);
  for (const document of one ? [one] : library.documents) {
    for (const statement of await library.statementsOf(document)) {
      const line = asked.json
        ? JSON.stringify(statementJson(statement))
        : `${statementText(statement, output, translate)}\n`;
      if (!output.stream.write(`${line}\n`)) await once(output.stream, 'drain');
    }
  }
}

function statementJson(statement: Statement): StatementJson {
  const { document, paragraph, start, end, spans, direct, speaker, cue, medium, hedges } = statement;
  const part = (span: Span): PartJson => ({
    text: document.text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
  });
  return {
    document: document.id,
    paragraph,
    ...part({ start, end }),
    spans: spans.map((span) => [span.start, span.end] as const),
    direct,
    speaker: speaker
      ? {
          ...{ text: speaker.text, start: speaker.start, end: speaker.end },
          kind: speaker.kind,
          ...(speaker.inTitle && { inTitle: true as const }),
          ...(speaker.resolved === undefined ? {} : { resolved: speaker.resolved }),
          ...(speaker.party === undefined ? {} : { party: speaker.party }),
        }
      : null,
    cue: cue ? part(cue) : null,
    ...(medium ? { medium: part(medium).text } : {}),
    ...(hedges.length > 0 ? { hedges: hedges.map((hedge) => part(hedge).text) } : {}),
  };
}

/** Who, how and where on one line, and below it the words. */
function statementText(statement: Statement, screen: Screen, translate: Translate): string {
  const { document, paragraph, spans, direct, clause, speaker } = statement;
  const words = spans.map(({ start, end }) => harmless(document.text.slice(start, end))).join(' … ');
  const told = clause ? document.text.slice(clause.start, clause.end) : speaker?.inTitle && speaker.text;
  const said = told
    ? clauseTold(told, speaker?.resolved, translate)
    : translate(statement.unread ? 'said.unread' : 'said.not');
  const how = translate(
    direct ? 'statement.quoted' : direct === null ? 'statement.partly' : 'statement.reported',
  );
  const label = styled('cyan', harmless(`${document.id} ¶${paragraph}`), screen);
  return [
    wrapped(`${label} · ${how}`, screen, '  '),
    wrapped(words, screen, '  │ '),
    styled('dim', wrapped(harmless(said), screen, '  '), screen),
  ].join('\n');
}
