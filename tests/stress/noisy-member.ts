// A noisy member, and whoever manages a server: every command and every option that is registered, with each of the hostile
// texts, as long as they may be and, forged, much longer; letters typed; forms, menus of messages and made-up buttons.

import type { Options } from '../double/command-line.ts';
import type { Discord, How, Place } from '../double/double.ts';
import { type CommandOption, CommandType, OptionType } from '../double/wire.ts';
import { generators } from '../hostile/generators.ts';
import { type Camp, inTurn, type Lane, type Noise } from './noise.ts';

interface Leaf {
  /** `/name group sub` */
  readonly command: string;
  readonly options: readonly CommandOption[];
}

type Deed = (camp: Camp, how: How) => Promise<unknown>;

/** A person may have so many things at once; more are turned away as greedy, which costs less. */
const atOnce = 8;
/** Nobody is kept from going on by what is not answered. */
const how: How = { unchecked: true, timeoutMs: 15_000 };
/** A client of Discord's lets through no more than 6,000; whoever forges a request tries more. */
const forgedLength = 12_000;
const branches: readonly number[] = [OptionType.Subcommand, OptionType.SubcommandGroup];

export function leavesOf(discord: Discord): readonly Leaf[] {
  return discord.commands
    .filter(({ type }) => type === CommandType.ChatInput)
    .flatMap(({ name, options }) => leavesBelow(`/${name}`, options ?? []));
}

function leavesBelow(command: string, options: readonly CommandOption[]): Leaf[] {
  const below = options.filter(({ type }) => branches.includes(type));
  if (below.length === 0) return [{ command, options }];
  return below.flatMap(({ name, options: own }) => leavesBelow(`${command} ${name}`, own ?? []));
}

/** What is not looked at at the moment has something that leads far. */
const usual: Readonly<Record<string, string>> = {
  question: 'Can borders be changed by force?',
  words: 'peace',
  text: 'International borders must not be changed by force.',
  party: 'Meloni',
  speaker: 'Meloni',
  citation: 'european-leaders 5',
  left: 'european-leaders',
  right: 'security-guarantees',
  source: 'european-leaders',
};

function filled(camp: Camp, { name, type, choices, min_value: least }: CommandOption): Options[string] {
  if (type === OptionType.Channel) return camp.member.channel;
  if (type === OptionType.Role) return { id: camp.server.id };
  if (type === OptionType.Boolean) return true;
  if (type === OptionType.Integer || type === OptionType.Number) return least ?? 1;
  return choices?.[0]?.value ?? usual[name] ?? 'peace';
}

function besides(camp: Camp, { options }: Leaf, than: CommandOption): Options {
  const others = options.filter(({ name, required }) => required && name !== than.name);
  return Object.fromEntries(others.map((option) => [option.name, filled(camp, option)]));
}

/** The values that one option is tried with, made when they are needed. */
function valuesFor({ type, max_length: most, max_value: greatest }: CommandOption, isForged: boolean) {
  if (type === OptionType.String) {
    const length = isForged ? forgedLength : (most ?? 6_000);
    return generators.map(
      ({ make }) =>
        () =>
          make(length),
    );
  }
  if (type !== OptionType.Integer && type !== OptionType.Number) return [];
  const forged = [-1, 0.5, 2 ** 53, Number.MAX_VALUE].map((value) => () => value);
  return isForged ? forged : [() => greatest ?? 1];
}

/** Who may use it: what is for those who manage a server is played by one of them. */
const by = (camp: Camp, { command }: Leaf): Place =>
  /^\/(?:source|desk|settings)\b/u.test(command) ? (camp.moderators[0] ?? camp.member) : camp.member;

function commandDeeds(discord: Discord, isForged: boolean): Deed[] {
  const leaves = leavesOf(discord);
  const bare = leaves.map(
    (leaf): Deed =>
      (camp, as) => {
        const needed = leaf.options.filter(({ required }) => required);
        const options = Object.fromEntries(needed.map((option) => [option.name, filled(camp, option)]));
        return by(camp, leaf).runs(leaf.command, options, as);
      },
  );
  const each = leaves.flatMap((leaf) =>
    leaf.options.flatMap((option) =>
      valuesFor(option, isForged).map(
        (value): Deed =>
          (camp, as) =>
            by(camp, leaf).runs(leaf.command, { ...besides(camp, leaf, option), [option.name]: value() }, as),
      ),
    ),
  );
  return [...bare, ...each];
}

/** Each keystroke asks: what is as long as it may be, and what only a forger sends. */
function typingDeeds(discord: Discord): Deed[] {
  return leavesOf(discord).flatMap((leaf) =>
    leaf.options
      .filter(({ autocomplete }) => autocomplete)
      .flatMap((option) =>
        [false, true].flatMap((isForged) =>
          valuesFor(option, isForged).map(
            (value): Deed =>
              (camp, as) =>
                by(camp, leaf).types(leaf.command, { [option.name]: value() }, option.name, as),
          ),
        ),
      ),
  );
}

/** As long as Discord lets a message be for those who pay, and a forged one. */
const messageLengths = [4_000, forgedLength];

function menuDeeds(discord: Discord): Deed[] {
  const menus = discord.commands.filter(({ type }) => type === CommandType.Message);
  return menus.flatMap(({ name }) =>
    messageLengths.flatMap((length) =>
      generators.map(
        ({ make }): Deed =>
          ({ member }, as) =>
            // An empty message cannot be sent.
            member.usesOnMessage(name, member.says(`x${make(length)}`), as),
      ),
    ),
  );
}

const formLengths = [300, forgedLength];

/** A question for moderators, and a text that is pasted, as each form lets it be and longer. */
function formDeeds(): Deed[] {
  return formLengths.flatMap((length) =>
    generators.flatMap(({ make }): Deed[] => [
      async ({ member }, as) =>
        (await member.runs('/ask-moderators', {}, as)).modal.submits({ text: make(length) }, as),
      async ({ moderators: [moderator] }, as) => {
        const form = await moderator?.runs('/our-sources add', {}, as);
        const text = make(length === forgedLength ? length : 4_000);
        return form?.modal.submits({ title: make(300), text, second: text, third: text }, as);
      },
    ]),
  );
}

/** What stands before the made-up part: with these each button, menu and form begins. */
const owners = ['cite:context:', 'cite:card:', 'cite:pick:', 'source:page:1:1:', 'question:state:', 'desk:'];
const longestId = 100;

function buttonDeeds(): Deed[] {
  return owners.flatMap((owner) =>
    generators.map(({ make }): Deed => {
      const id = `${owner}${make(longestId)}`.slice(0, longestId);
      return async ({ member }, as) =>
        member.presses(await member.runs('/cite', { citation: 'european-leaders 5' }, as), id, as);
    }),
  );
}

const noise = (
  name: string,
  deedsOf: (discord: Discord) => readonly Deed[],
  before?: (camp: Camp) => Promise<unknown>,
): Noise => ({
  name,
  begin: async ({ discord, camps: [camp] }) => {
    if (!camp) throw new Error('nobody is there to make noise');
    await before?.(camp);
    const deeds = deedsOf(discord);
    const next = inTurn(deeds);
    const lanes = Array.from({ length: atOnce }, (): Lane => () => next()(camp, how));
    return { lanes, kinds: deeds.length };
  },
});

const openDesk = async ({ moderators: [moderator] }: Camp): Promise<void> => {
  const channel = moderator?.channel;
  if (!moderator || !channel) return;
  await moderator.runs('/desk open', { channel }, how);
  await moderator.runs('/desk settings', { channel, 'open-questions': 50, cooldown: '0' }, how);
};

export const memberNoises: readonly Noise[] = [
  noise('commands', (discord) => commandDeeds(discord, false)),
  noise('forged', (discord) => commandDeeds(discord, true)),
  noise('typing', typingDeeds),
  noise('menus and buttons', (discord) => [...menuDeeds(discord), ...buttonDeeds()]),
  noise('forms', formDeeds, openDesk),
];
