// The engines that are measured side by side, each from passages to the thirty best of a question.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import pg from 'pg';
import { eng } from 'stopword';
import { gently } from '../../../src/common/steps.ts';
import type { Passage } from '../../../src/corpus/passages.ts';
import { searchSteps } from '../../../src/search/answer.ts';
import type { Filing } from '../../../src/search/index/candidates.ts';
import { openEngine } from '../../../src/search-postgres/engine.ts';
import { makeDatabase } from '../../store/postgres.ts';

/** The places of the best passages, best first. */
export type Find = (question: string) => Promise<readonly number[]>;

export interface Opened {
  readonly find: Find;
  /** The candidates in the order in which they were found, where `find` puts them into another. */
  readonly candidates?: Find;
  /** What it holds beside the memory of the process, in bytes. */
  readonly stored?: number;
  close(): Promise<void>;
}

export interface Way {
  readonly name: string;
  /** `server`: the address of a PostgreSQL server. */
  open(passages: readonly Passage[], server: string): Promise<Opened>;
}

const most = 30;

async function ours(passages: readonly Passage[], filing?: Filing): Promise<Pick<Opened, 'find'>> {
  const search = await gently(searchSteps(passages, { filing }));
  // The first question waits until all is filed.
  await search.explain('peace');
  return {
    find: async (question) => (await search.explain(question)).ranked.map(({ index }) => index),
  };
}

const database = (server: string): Promise<string> =>
  makeDatabase(server, `bench_${randomUUID().replaceAll('-', '')}`);

const memory: Way = {
  name: 'ours, MiniSearch in memory',
  open: async (passages) => ({ ...(await ours(passages)), close: async () => undefined }),
};

const postgres: Way = {
  name: 'ours, PostgreSQL',
  async open(passages, server) {
    const url = await database(server);
    const engine = openEngine(url, {
      failed: (error) => {
        throw error;
      },
    });
    const opened = await ours(
      passages,
      engine.filing(async () => Buffer.from('bench')),
    );
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query("select pg_total_relation_size('search_terms')::float8 as size");
    await client.end();
    return { ...opened, stored: rows[0]?.size ?? 0, close: () => engine.close() };
  },
};

function plain(name: string, processTerm?: (term: string) => string | null): Way {
  return {
    name,
    async open(passages) {
      const search = new MiniSearch<{ id: number; text: string }>({
        fields: ['text'],
        ...(processTerm && { processTerm }),
      });
      search.addAll(passages.map(({ text }, id) => ({ id, text })));
      return {
        find: async (question) =>
          search
            .search(question)
            .slice(0, most)
            .map(({ id }) => Number(id)),
        close: async () => undefined,
      };
    },
  };
}

const stops = new Set<string>(eng);

const wordsIn = (question: string): string[] =>
  (question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !stops.has(word));

const fts: Way = {
  name: 'SQLite FTS5',
  async open(passages) {
    const folder = await mkdtemp(join(tmpdir(), 'communique-fts-'));
    const file = new DatabaseSync(join(folder, 'fts.sqlite'));
    file.exec("create virtual table t using fts5(text, content='', tokenize='porter unicode61'); begin");
    const insert = file.prepare('insert into t(rowid, text) values (?, ?)');
    for (const [at, { text }] of passages.entries()) insert.run(at, text);
    file.exec('commit');
    const find = file.prepare('select rowid as id from t where t match ? order by rank limit 30');
    const { size } = file
      .prepare('select page_count * page_size as size from pragma_page_count, pragma_page_size')
      .get() as { size: number };
    return {
      find: async (question) => {
        const asked = wordsIn(question).map((word) => `"${word}"`);
        return asked.length === 0 ? [] : find.all(asked.join(' OR ')).map(({ id }) => Number(id));
      },
      stored: size,
      close: async () => {
        file.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

const postgresAlone: Way = {
  name: 'PostgreSQL alone (ts_rank_cd)',
  async open(passages, server) {
    const client = new pg.Client(await database(server));
    await client.connect();
    await client.query('create table p (id int primary key, words tsvector not null)');
    for (let at = 0; at < passages.length; at += 2_000) {
      const texts = passages.slice(at, at + 2_000).map(({ text }) => text.replaceAll('\0', ''));
      await client.query(
        `insert into p select $1::int + n - 1, to_tsvector('english', t)
         from unnest($2::text[]) with ordinality as x(t, n)`,
        [at, texts],
      );
    }
    await client.query('create index on p using gin (words)');
    await client.query('vacuum analyze p');
    const { rows } = await client.query("select pg_total_relation_size('p')::float8 as size");
    return {
      find: async (question) => {
        const asked = wordsIn(question).join(' or ');
        if (asked === '') return [];
        const found = await client.query({
          name: 'find',
          text: `select id from p, websearch_to_tsquery('english', $1) q where words @@ q
                 order by ts_rank_cd(words, q, 1) desc limit 30`,
          values: [asked],
        });
        return found.rows.map(({ id }) => Number(id));
      },
      stored: rows[0]?.size ?? 0,
      close: () => client.end(),
    };
  },
};

export const ways: Readonly<Record<string, Way>> = {
  memory,
  postgres,
  plain: plain('MiniSearch, as it comes'),
  stops: plain('MiniSearch, stop words out', (term) => {
    const small = term.toLowerCase();
    return stops.has(small) ? null : small;
  }),
  fts,
  alone: postgresAlone,
};
