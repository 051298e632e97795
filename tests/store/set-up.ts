// Starts PostgreSQL once for a whole run of the tests (a second), or takes the server that TEST_DATABASE_URL names.
import type { TestProject } from 'vitest/node';
import { type Server, startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the server; each suite makes databases of its own there. */
    readonly postgres: string;
  }
}

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    provide('postgres', given);
    return async () => undefined;
  }
  const server: Server = await startPostgres();
  provide('postgres', server.url);
  return () => server.stop();
}
