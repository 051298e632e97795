// What the set-up of all tests may not do: hide that one failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a run whose tests failed ends as failed, with PostgreSQL started and stopped', {
  timeout: 60_000,
}, async () => {
  const setUp = JSON.stringify(join(import.meta.dirname, 'set-up.ts'));
  const script = `
    const { default: setUp } = await import(${setUp});
    const tearDown = await setUp({ provide: (_, url) => console.log(url) });
    process.exitCode = 3;
    await tearDown();`;
  const { TEST_DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { env });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const [status] = await once(child, 'close');
  expect(said).toMatch(/^postgresql:/);
  expect(status).toBe(3);
});
