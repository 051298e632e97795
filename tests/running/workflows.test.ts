// The workflow files hold to what they must: nothing runs that is not pinned, and nothing may more than it needs.
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const jobSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  'timeout-minutes': z.number().optional(),
  uses: z.string().optional(),
  steps: z.array(stepSchema).optional(),
  strategy: z.object({ matrix: z.record(z.string(), z.array(z.unknown())) }).optional(),
});
const workflowSchema = z.object({
  permissions: z.object({}).strict(),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(z.string(), jobSchema),
});

const folder = '.github/workflows';
const files = await readdir(folder);
const workflows = await Promise.all(
  files.map(async (file) => {
    const text = await readFile(`${folder}/${file}`, 'utf8');
    return { file, text, workflow: workflowSchema.parse(parse(text)) };
  }),
);
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file} ${name}`, job })),
);

test('there are those for checks, image and release', () => {
  expect(files.sort()).toEqual(['ci.yml', 'image.yml', 'release.yml']);
});

test.each(workflows)(
  '$file runs other people’s code by its commit alone, with its version beside it',
  ({ text }) => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (?<what>.+)$/gmu)].map(({ groups }) => groups?.['what']);
    const others = uses.filter((what) => !what?.startsWith('./'));
    for (const what of others) expect(what).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  },
);

test('an action stands in one version everywhere', () => {
  const all = new Map<string, Set<string>>();
  for (const { text } of workflows)
    for (const [, action = '', commit = ''] of text.matchAll(/uses: (\S+)@([0-9a-f]{40})/gu))
      all.set(action, (all.get(action) ?? new Set()).add(commit));
  expect([...all].filter(([, commits]) => commits.size > 1)).toEqual([]);
});

/** What may be written, and where: the registry of images by one job, the page of a release by another. */
const writes = new Map([
  ['image.yml publish', ['packages']],
  ['release.yml image', ['packages']],
  ['release.yml page', ['contents']],
]);

test.each(jobs)('$name says what it may, no more than it needs, and ends in time', ({ name, job }) => {
  const written = Object.entries(job.permissions).filter(([, right]) => right !== 'read');
  expect(written.map(([area]) => area)).toEqual(writes.get(name) ?? []);
  if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
  for (const step of job.steps ?? [])
    if (step.uses?.startsWith('actions/checkout@'))
      expect(step.with).toEqual({ 'persist-credentials': false });
});

test.each(jobs)('$name runs no words that somebody else may choose', ({ job }) => {
  // A branch or a title in `${{ … }}` would be part of the script: such go through the environment.
  for (const step of job.steps ?? []) expect(step.run ?? '').not.toContain('${{');
});

test('checks run on both versions of Node', () => {
  const { workflow } = workflows.find(({ file }) => file === 'ci.yml') ?? {};
  expect(workflow?.jobs['check']?.strategy?.matrix['node']).toEqual([24, 26]);
});

test('the tests that fill a disk run where one may be mounted', async () => {
  const steps = workflows.find(({ file }) => file === 'ci.yml')?.workflow.jobs['check']?.steps ?? [];
  const filling = steps.map(({ run }) => run ?? '').filter((run) => run.includes('SMALL_DISKS=needed'));
  const [run = ''] = filling;
  const [, pattern = ''] = /--testNamePattern "(.+)"/u.exec(run) ?? [];
  const tests = await readdir('tests', { recursive: true });
  for (const file of tests.filter((name) => /^(?!running).*\.test\.ts$/u.test(name))) {
    const before = (await readFile(`tests/${file}`, 'utf8')).split('await smallDisk(').slice(0, -1);
    for (const part of before) {
      expect(run).toContain(`tests/${file} `);
      // The title of the test that has the disk.
      expect([...part.matchAll(/^test\('(.+)',/gmu)].at(-1)?.[1]).toMatch(new RegExp(pattern, 'u'));
    }
  }
});

test('the image is for both platforms, with where it comes from and what is in it', () => {
  const publish = jobs.find(({ name }) => name === 'image.yml publish')?.job;
  const build = publish?.steps?.find(({ uses }) => uses?.startsWith('docker/build-push-action@'));
  expect(build?.with).toMatchObject({
    platforms: 'linux/amd64,linux/arm64',
    provenance: 'mode=max',
    sbom: true,
  });
});
