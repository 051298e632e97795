// The files by which the bot is run for long: Dockerfile, compose.yaml, systemd unit and panel egg hold to what docs/running.md promises.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingsSchema } from '../../src/config.ts';

const dockerfile = await readFile('Dockerfile', 'utf8');
const { version, engines } = z
  .object({ version: z.string(), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(await readFile('package.json', 'utf8')));

const whole = dockerfile.replaceAll('\\\n', ' ').split('\n');
const instructions = whole.filter((line) => /^[A-Z]+ /u.test(line));
/** What is done after the last FROM makes the image. */
const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM')));
const said = (name: string): string[] =>
  last.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim());

test('the base is pinned by version and digest, fits to the Node that is asked for, and is the same for all stages', () => {
  expect(instructions[0]).toMatch(/^ARG NODE_IMAGE=node:\d+\.\d+\.\d+-[a-z]+-slim@sha256:[0-9a-f]{64}$/u);
  const least = Number(engines.node.replace('>=', ''));
  expect(Number(/node:(\d+)/u.exec(dockerfile)?.[1])).toBe(least);
  const bases = instructions.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Docker's own form
  expect(new Set(bases)).toEqual(new Set(['${NODE_IMAGE}']));
});

test('the packages are those of the lockfile, without developers’ ones', () => {
  const runs = instructions.filter((line) => line.startsWith('RUN npm'));
  expect(runs).toEqual(['RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund']);
});

test('it runs as another user than root, with one volume, and is told to stop as the bot understands it', () => {
  expect(said('USER')).toEqual(['1000:1000']);
  expect(said('VOLUME')).toEqual(['/data']);
  expect(said('STOPSIGNAL')).toEqual(['SIGTERM']);
  expect(said('ENTRYPOINT')).toEqual(['["node", "src/start.js"]']);
  expect(said('CMD')).toEqual(['["main"]']);
});

test('no secret is in it', () => {
  expect(dockerfile).not.toMatch(/TOKEN|DATABASE_URL|PASSWORD/u);
});

test('its health check asks the health address, and says no where nobody answers', () => {
  const [check = ''] = said('HEALTHCHECK');
  expect(check).toContain('/healthz');
  const command = z.array(z.string()).parse(JSON.parse(check.slice(check.indexOf('['))));
  expect(command.slice(0, 2)).toEqual(['node', '-e']);
});

test('all that it copies is there and is let into the build', async () => {
  const ignore = (await readFile('.dockerignore', 'utf8'))
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  expect(ignore[0]).toBe('*');
  const copied = instructions
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(/\s+/u).slice(1, -1));
  expect(copied.filter((each) => !existsSync(each))).toEqual([]);
  expect(copied.filter((each) => !ignore.includes(`!${each}`))).toEqual([]);
  expect(ignore.some((line) => /^!\.env|^!data|^!secrets/u.test(line))).toBe(false);
});

test('every folder that the program reads is in it', async () => {
  const copied = said('COPY').map((line) => line.split(' ').at(-1));
  // Beside these, an operator's machine needs none: tests, training and scripts are for developers.
  for (const each of ['src', 'commands', 'corpus', 'models', 'node_modules']) expect(copied).toContain(each);
  const sources = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('.ts'));
  for (const name of sources) {
    const outside = (await readFile(`src/${name}`, 'utf8')).match(
      /from '(?:\.\.\/)+(?:tests|training|scripts)\//u,
    );
    expect(outside, name).toBeNull();
  }
});

const serviceSchema = z.object({
  image: z.string(),
  init: z.boolean().optional(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  tmpfs: z.array(z.string()),
  restart: z.literal('unless-stopped'),
  mem_limit: z.string(),
  pids_limit: z.number(),
  profiles: z.array(z.string()).optional(),
  ports: z.never().optional(),
  privileged: z.never().optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(
    z.object({ type: z.string(), source: z.string(), target: z.string(), read_only: z.boolean().optional() }),
  ),
});
const compose = z
  .object({ services: z.object({ bot: serviceSchema, postgres: serviceSchema }) })
  .parse(parse(await readFile('compose.yaml', 'utf8')));
const { bot, postgres } = compose.services;

test('compose runs this version, read-only and without rights; nothing of it can be reached from outside', () => {
  expect(bot.image).toBe(`communique:${version}`);
  expect(bot.init).toBe(true);
  expect(bot.cap_add).toBeUndefined();
  expect(bot.volumes.filter(({ read_only }) => read_only !== true).map(({ target }) => target)).toEqual([
    '/data',
  ]);
});

test('PostgreSQL is a profile, pinned by digest', () => {
  expect(bot.profiles).toBeUndefined();
  expect(postgres.profiles).toEqual(['postgres']);
  expect(postgres.image).toMatch(/^postgres:\d+\.\d+-[a-z]+@sha256:[0-9a-f]{64}$/u);
});

test('secrets come from files alone', () => {
  for (const [name, value] of Object.entries({ ...bot.environment, ...postgres.environment }))
    if (/TOKEN|PASSWORD|DATABASE_URL/u.test(name)) expect(name.endsWith('_FILE') || value === '').toBe(true);
  expect(bot.environment).toMatchObject({
    DISCORD_TOKEN: '',
    DISCORD_TOKEN_FILE: '/run/secrets/discord_token',
  });
});

const unit = await readFile('docs/communique.service', 'utf8');
const egg = z
  .object({
    meta: z.object({ version: z.literal('PTDL_v2'), update_url: z.null() }),
    exported_at: z.iso.datetime({ offset: true }),
    name: z.string().max(191),
    author: z.email(),
    description: z.string(),
    features: z.null(),
    docker_images: z.record(z.string(), z.string().regex(/^[\w#./\- ]*\|?~?[\w./\-:@ ]*$/u)),
    file_denylist: z.array(z.string()),
    startup: z.string(),
    config: z.object({ files: z.string(), startup: z.string(), logs: z.string(), stop: z.string().max(191) }),
    scripts: z.object({
      installation: z.object({ script: z.string(), container: z.string(), entrypoint: z.string() }),
    }),
    variables: z.array(
      z.object({
        name: z.string().min(1).max(191),
        description: z.string(),
        env_variable: z.string().regex(/^\w{1,191}$/u),
        default_value: z.string(),
        user_viewable: z.boolean(),
        user_editable: z.boolean(),
        rules: z.string().min(1),
        field_type: z.literal('text'),
      }),
    ),
  })
  .parse(JSON.parse(await readFile('docs/pterodactyl-egg.json', 'utf8')));

test('the egg is of the form that panels import, and stops the bot by the signal that it knows', () => {
  for (const text of [egg.config.files, egg.config.startup, egg.config.logs])
    expect(() => JSON.parse(text)).not.toThrow();
  expect(JSON.parse(egg.config.startup)).toEqual({ done: '"msg":"ready"' });
  expect(egg.config.stop).toBe('^C');
  const reserved = 'SERVER_MEMORY,SERVER_IP,SERVER_PORT,ENV,HOME,USER,STARTUP,SERVER_UUID,UUID'.split(',');
  expect(egg.variables.filter(({ env_variable }) => reserved.includes(env_variable))).toEqual([]);
});

test('unit, egg and image start the same program, on the same base', () => {
  expect(unit).toContain('ExecStart=/usr/bin/node src/start.js main\n');
  expect(egg.startup).toBe('node src/start.js main');
  expect(dockerfile).toContain(`ARG NODE_IMAGE=${egg.scripts.installation.container}@`);
});

test('the unit gives the bot a user, a folder and no rights of its own, and stops it in time', () => {
  for (const line of [
    ...['DynamicUser=yes', 'StateDirectory=communique', 'ProtectSystem=strict', 'NoNewPrivileges=yes'],
    ...[
      'CapabilityBoundingSet=',
      'LoadCredential=discord_token:/etc/communique/discord_token',
      'TimeoutStopSec=20',
    ],
  ])
    expect(unit.split('\n')).toContain(line);
  expect(unit).not.toMatch(/^Environment=(?:DISCORD_TOKEN|DATABASE_URL)=/mu);
});

test('every setting that these files give is one', () => {
  const ofEgg = egg.variables.map(({ env_variable }) => env_variable).filter((name) => name !== 'ARCHIVE');
  const ofUnit = [...unit.matchAll(/^Environment=(\w+)=/gmu)].map(([, name = '']) => name);
  const ofImage = said('ENV').flatMap((line) => [...line.matchAll(/(\w+)=/gu)].map(([, name = '']) => name));
  const given = [...Object.keys(bot.environment), ...ofEgg, ...ofUnit, ...ofImage];
  const known = [...Object.keys(settingsSchema.shape), 'NODE_ENV'];
  expect([...new Set(given)].filter((name) => !known.includes(name))).toEqual([]);
});
