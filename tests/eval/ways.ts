// The ways of asking that are measured side by side: the library with its trained model, the library by words alone, and plain
// MiniSearch as it comes.
import { randomBytes } from 'node:crypto';
import MiniSearch from 'minisearch';
import type { Collection } from '../../src/corpus/files/collection.ts';
import type { Passage, Span } from '../../src/corpus/passages.ts';
import { libraryOf } from '../../src/library.ts';
import { type Model, type ModelOptions, openModel } from '../../src/reading/model.ts';
import { openEngine, type SearchEngine } from '../../src/search-postgres/engine.ts';

/** What came back for a question. */
export interface Reply {
  /** Best first, up to five. */
  readonly passages: readonly Passage[];
  readonly sentence: Span | undefined;
  readonly confidence: number;
  readonly answered: boolean;
  readonly ms: number;
}

export type Ask = (question: string) => Promise<Reply>;

export interface Way {
  readonly name: string;
  /** Whether it says by itself if it answers. MiniSearch shows whatever it finds, and its score is no probability. */
  readonly judges: boolean;
  open(collection: Collection): Promise<Ask>;
}

export interface Ways {
  readonly all: readonly Way[];
  /** Why the trained reader is not among them, though it was wanted. */
  readonly without: string | undefined;
  /** How many questions the model did not read: they were measured by words alone. */
  notRead(): number;
  close(): Promise<void>;
}

export const readers = ['trained', 'lexical'] as const;

export interface WaysOptions extends Pick<ModelOptions, 'folder' | 'shelf'> {
  /** One reader alone; both, where the model is there, unless told. */
  readonly reader?: (typeof readers)[number];
  /** A PostgreSQL database in which the words of passages are filed as well, to be measured beside memory. */
  readonly search?: string;
}

/** In an evaluation no question is late: a busy machine would change the figures. */
const patient = 600_000;

export async function openWays({ reader, search, ...options }: WaysOptions = {}): Promise<Ways> {
  const tried = await (reader === 'lexical' ? undefined : opened(options));
  const model = tried instanceof Error || !tried ? undefined : counting(tried);
  const engine = search === undefined ? undefined : engineAt(search);
  const bothEngines = (name: string, read?: Model): Way[] => [
    libraryWay(name, read),
    ...(engine ? [libraryWay(`${name}, PostgreSQL`, read, engine)] : []),
  ];
  const trained = model ? bothEngines('trained', model.model) : [];
  return {
    all: [...trained, ...(reader === 'trained' ? [] : bothEngines('lexical')), plainWay],
    without: tried instanceof Error ? reasonOf(tried) : undefined,
    notRead: () => model?.notRead() ?? 0,
    close: async () => {
      await model?.model.close();
      await engine?.close();
    },
  };
}

function engineAt(url: string): SearchEngine {
  return openEngine(url, {
    failed: (error) => {
      throw error;
    },
  });
}

function opened(options: ModelOptions): Promise<Model | Error> {
  return openModel({ ...options, timeLimit: patient }).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
}

/** What went wrong in the first place: "not read" alone would not say which file is missing. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}

/** The same model, which counts what it could not do. */
function counting(model: Model): { readonly model: Model; notRead(): number } {
  let notRead = 0;
  const counted = <T>(promised: Promise<T>): Promise<T> =>
    promised.catch((error: unknown) => {
      notRead++;
      throw error;
    });
  return {
    notRead: () => notRead,
    model: {
      description: model.description,
      shelf: model.shelf,
      timeLimit: model.timeLimit,
      vectorOf: (...words) => counted(model.vectorOf(...words)),
      read: (...words) => counted(model.read(...words)),
      readSentences: (...words) => model.readSentences(...words),
      prepare: (...words) => model.prepare(...words),
      forget: async () => undefined,
      close: () => model.close(),
    },
  };
}

function libraryWay(name: string, model?: Model, engine?: SearchEngine): Way {
  return {
    name,
    judges: true,
    async open(collection) {
      const filing = engine?.filing(async () => randomBytes(32));
      const library = libraryOf(collection, { ...(model && { model: async () => model }), filing });
      await library.prepare();
      await library.vectors();
      return async (question) => {
        const before = performance.now();
        const { citations, confidence, outcome } = await library.ask(question);
        const ms = performance.now() - before;
        const passages = citations.map(({ passage }) => passage);
        return { passages, sentence: citations[0]?.sentence, confidence, answered: outcome === 'answer', ms };
      };
    },
  };
}

export const lexicalWay: Way = libraryWay('lexical');

/** MiniSearch as it comes: default options, the text alone. Its score is its confidence. */
export const plainWay: Way = {
  name: 'plain MiniSearch',
  judges: false,
  async open({ passages }) {
    const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
    search.addAll(passages.map(({ text }, id) => ({ id, text })));
    return async (question) => {
      const before = performance.now();
      const found = search.search(question);
      const ms = performance.now() - before;
      const first = found.slice(0, 5).flatMap(({ id }) => passages[Number(id)] ?? []);
      const confidence = found[0]?.score ?? 0;
      return { passages: first, sentence: undefined, confidence, answered: found.length > 0, ms };
    };
  },
};
