// What ought to stand together in a store and nothing but our own transactions keeps together: counted, it is none of any of them.
import { type RawBuilder, sql } from 'kysely';

type Query = RawBuilder<unknown>;

/** By what is said of them. */
export const orphans: Readonly<Record<string, Query>> = {
  'documents whose newest version is missing': sql`
    count(*) as number from documents d where not exists (select 1 from versions v
      where v.guild = d.guild and v.document = d.id and v.version = d.version)`,
  'questions without their desk': sql`
    count(*) as number from questions q where not exists (select 1 from desks d
      where d.guild = q.guild and d.channel = q.channel)`,
  'sittings without their desk': sql`
    count(*) as number from sittings s where not exists (select 1 from desks d
      where d.guild = s.guild and d.channel = s.channel)`,
  'entries of the log without their question': sql`
    count(*) as number from desk_log l where l.number > 0 and not exists (select 1 from questions q
      where q.guild = l.guild and q.number = l.number)`,
  'messages without their question': sql`
    count(*) as number from deliveries m where m.number > 0 and not exists (select 1 from questions q
      where q.guild = m.guild and q.number = m.number)`,
  'questions that are the same as one that is missing': sql`
    count(*) as number from questions q where q.merged_into is not null and not exists (select 1 from questions o
      where o.guild = q.guild and o.number = q.merged_into)`,
  'servers whose next question would take a number that is taken': sql`
    count(*) as number from (select guild, max(number) as last from questions group by guild) q
      where coalesce((select value from counters where name = 'questions ' || q.guild), 0) < q.last`,
  'servers whose number of changes is higher than the last one': sql`
    count(*) as number from guilds g
      where coalesce((select value from counters where name = 'revision'), 0) < g.revision`,
};
