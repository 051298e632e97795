// What is offered while somebody types the name of a party, a proposal, a topic or a part of a joint statement.
import type { Translate } from '../../messages/messages.ts';
import type { Who } from '../../positions/who.ts';
import type { App, Choice } from '../command.ts';
import { choicesOf } from './choice.ts';

export async function whoChoices(typed: string, { library, translate }: App): Promise<Choice[]> {
  const found = await library.positions.suggest.who(typed);
  return choicesOf(found.map((who) => ({ name: whoLine(who, translate), value: who.id })));
}

export function whoLine({ name, office }: Who, translate: Translate): string {
  return office === undefined ? name : translate('who.choice', { name, office });
}

/** Topics on which there is something of somebody; all of them where nobody is named yet. */
export async function topicChoices(typed: string, whose: string, { library }: App): Promise<Choice[]> {
  const { positions } = library;
  const who = await positions.who(whose);
  const topics = await positions.suggest.topics(typed, who.found ? who.value : undefined);
  return choicesOf(topics.map((topic) => ({ name: topic, value: topic })));
}

export async function proposalChoices(typed: string, { library }: App): Promise<Choice[]> {
  const found = await library.positions.suggest.proposals(typed);
  return choicesOf(found.map(({ name, id }) => ({ name, value: id })));
}

export async function jointChoices(typed: string, { library }: App): Promise<Choice[]> {
  const found = await library.positions.suggest.statements(typed);
  return choicesOf(found.map(({ name, id }) => ({ name, value: id })));
}

/** The parts of a joint statement, or of all of them: then with its name, where there are several. */
export async function sectionChoices(
  typed: string,
  chosen: string,
  { library, translate }: App,
): Promise<Choice[]> {
  const { positions } = library;
  const named = await positions.statementNamed(chosen);
  const found = await positions.suggest.sections(typed, named.found ? named.value : undefined);
  const several = positions.statements.length > 1 && !named.found;
  return choicesOf(
    found.map(({ section, statement }) => ({
      name: several ? translate('who.choice', { name: section.name, office: statement.name }) : section.name,
      value: section.id,
    })),
  );
}
