// Everything the store holds of one server's questions, for tests that look for what must not be there.
import type { Database } from '../../src/store/tables.ts';

const all = ['desks', 'sittings', 'questions', 'desk_log', 'deliveries', 'also_asked'] as const;

export async function tables(database: Database, guild: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of all) {
    const rows = await database.selectFrom(table).where('guild', '=', guild).selectAll().execute();
    // The server's own id is in every row.
    found[table] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'guild')),
    );
  }
  return found;
}
