// Names that commands had before: for one version they can be typed, and what stands in channels works for ever. And what
// Discord offers to whom.
import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/discord/command.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';
import { commandOf, toRegister } from '../../src/discord/former.ts';
import { translator } from '../../src/messages/messages.ts';
import { startScene } from './bot.ts';
import { ordinary } from './desk/stage.ts';
import { seenBy } from './reading.ts';

const commands = await loadCommands(commandsFolder);
const registered = toRegister(commands);
const renamed = [
  ['question', 'ask-moderators'],
  ['positions', 'map'],
  ['source', 'our-sources'],
] as const;

describe.each(renamed)('/%s, which is /%s now', (former, name) => {
  const [data] = registered.filter((one) => one.name === former);
  const own = commands.get(name)?.data;

  test('is registered with the same options for the same people, and says what it is called now', () => {
    if (!data || !own || !('options' in data) || !('options' in own)) throw new Error('it is not registered');
    expect(data.options).toEqual(own.options);
    expect(data.default_member_permissions).toEqual(own.default_member_permissions);
    expect('description' in data && data.description).toContain(`/${name} now`);
  });

  test.each(['de', 'fr', 'pl', 'uk'] as const)(
    'says so in %s, under its former name of that language',
    (language) => {
      const say = translator(language);
      expect(data?.name_localizations?.[language]).toBe(say(`name.${former}`));
      const told = data && 'description_localizations' in data ? data.description_localizations : undefined;
      expect(told?.[language]).toContain(`/${say(`name.${name}`)}`);
    },
  );

  test('owns its buttons under either name', () => {
    expect(commandOf(former, commands)?.data.name).toBe(name);
    expect(commandOf(name, commands)?.data.name).toBe(name);
  });
});

test('does the same under its former name', async () => {
  const { discord, alice } = await startScene({ patienceMs: 20_000 });
  const now = seenBy((await alice.runs('/map')).text);
  expect(now).toContain('Donald Trump, against: Trump has repeatedly ruled out');
  expect(seenBy((await alice.runs('/positions')).text)).toBe(now);
  expect((await alice.runs('/question')).text).toBe((await alice.runs('/ask-moderators')).text);
  const choices = await alice.types('/positions', { party: 'Melo' }, 'party');
  expect(choices).toEqual(await alice.types('/map', { party: 'Melo' }, 'party'));
  expect(discord.violations).toEqual([]);
});

test('a name that no command ever had is gone', () => {
  expect(commandOf('sitting', commands)).toBeUndefined();
});

describe('what only moderators may do', () => {
  const kept = ['desk', 'our-sources', 'settings'];

  test('is offered to those who may manage the server, and all else to everybody', () => {
    const forManagers = registered.flatMap((data) => (data.default_member_permissions ? [data.name] : []));
    expect(forManagers.sort()).toEqual([...kept, 'source'].sort());
  });

  test.each(['/desk queue', '/our-sources list', '/settings'])(
    '%s is refused to whoever sends it all the same, and offered to a role that was let see it',
    async (typed) => {
      const { alice } = await startScene({ patienceMs: 20_000 });
      const { person, channel } = alice;
      const server = person.server!;
      await expect(alice.runs(typed)).rejects.toThrow('is not offered to alice');
      const forged = await alice.runs(typed, {}, { unchecked: true });
      expect(forged.text).toMatch(/^(?:Only those who may manage the server|No questions are taken)/);
      const role = server.role('Moderators');
      server.lets(role, typed.slice(1).split(' ')[0]!);
      const seeing = server.member({ name: 'mia', permissions: ordinary, roles: [role] }).in(channel);
      expect((await seeing.runs(typed)).text).toBe(forged.text);
    },
  );

  test('help tells of it those who may, and how a role is let see it', async () => {
    const { alice } = await startScene();
    const permissions = ordinary | PermissionFlagsBits.ManageGuild;
    const admin = alice.person.server!.member({ name: 'admin', permissions }).in(alice.channel);
    const member = seenBy((await alice.runs('/help')).text);
    const manager = seenBy((await admin.runs('/help')).text);
    for (const name of kept) {
      expect(member).not.toContain(`/${name}`);
      expect(manager).toContain(`/${name}`);
    }
    expect(manager).toContain('Server Settings → Integrations');
  });
});
