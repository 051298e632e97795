// What a server's export holds, read back from the file that is given.
import { type ExportedVersion, exportFile } from '../../src/sources/export.ts';
import type { AuditEntry } from '../../src/sources/read.ts';
import type { Database } from '../../src/store/tables.ts';

interface Exported {
  readonly guild: string;
  readonly documents: readonly {
    readonly id: string;
    readonly state: string;
    readonly reason?: string;
    readonly versions: readonly ExportedVersion[];
  }[];
  readonly audit: readonly AuditEntry[];
}

export async function exportDocuments(database: Database, guild: string): Promise<Exported> {
  const { data } = await exportFile(database, guild, Number.POSITIVE_INFINITY);
  return JSON.parse(Buffer.from(data).toString());
}
