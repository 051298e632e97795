// What is offered while a moderator types into /our-sources names.
import type { AutocompleteInteraction } from 'discord.js';
import { begun } from '../../../common/typed.ts';
import { nameKey } from '../../../corpus/names/name-key.ts';
import type { Library, OwnName } from '../../../library.ts';
import { currentCorrections } from '../../../sources/corrections.ts';
import type { AppWithStore, Choice } from '../../command.ts';
import { choicesOf, mostChoices } from '../../offering/choice.ts';
import { whoLine } from '../../offering/named-choices.ts';
import { correctionPlain } from './names-shown.ts';

export async function nameChoices(
  { options }: AutocompleteInteraction,
  guild: string,
  app: AppWithStore,
): Promise<readonly Choice[]> {
  const { name: option, value } = options.getFocused(true);
  if (option === 'correction') return correctionChoices(value, guild, app);
  const library = await app.sources.libraryOf(guild);
  if (option === 'name') return ownChoices(value, library, app);
  if (option === 'as') return anybody(value, library, app);
  const chosen = options.getString('name') ?? '';
  const [one] = chosen === '' ? [] : await library.names.called(chosen);
  const all = (option === 'form' ? one?.forms : one?.offices) ?? [];
  return choicesOf(all.filter((each) => has(each, value)).map((each) => ({ name: each, value: each })));
}

function has(words: string, typed: string): boolean {
  return nameKey(words).includes(nameKey(begun(typed, 'name')));
}

async function ownChoices(typed: string, { names }: Library, { translate }: AppWithStore): Promise<Choice[]> {
  const line = ({ name, offices: [office] }: OwnName): string =>
    office === undefined ? name : translate('who.choice', { name, office });
  const found = await names.suggest(typed);
  return choicesOf(found.map((one) => ({ name: line(one), value: one.name })));
}

/** Those of the own documents, and behind them those whom all servers know. */
async function anybody(typed: string, library: Library, app: AppWithStore): Promise<Choice[]> {
  const own = await ownChoices(typed, library, app);
  if (own.length >= mostChoices || typed.trim() === '') return own;
  const taken = new Set(own.map(({ value }) => nameKey(value)));
  const others = (await library.positions.suggest.who(typed)).filter(({ name }) => !taken.has(nameKey(name)));
  const named = others.map((who) => ({ name: whoLine(who, app.translate), value: who.name }));
  return choicesOf([...own, ...named]);
}

async function correctionChoices(
  typed: string,
  guild: string,
  { database, translate }: AppWithStore,
): Promise<Choice[]> {
  const current = await currentCorrections(database, guild);
  const choices = current
    .toReversed()
    .map((each) => ({ name: correctionPlain(each, translate), value: String(each.made) }));
  return choicesOf(choices.filter(({ name }) => has(name, typed)));
}
