// Who is who in a server's own documents, and what was corrected, as its moderators see it.
import type { APIComponentInContainer } from 'discord.js';
import type { Correction } from '../../../corpus/correction.ts';
import { nameKey } from '../../../corpus/names/name-key.ts';
import type { Outcome, OwnName } from '../../../library.ts';
import type { MessageKey, Translate } from '../../../messages/messages.ts';
import type { MadeCorrection } from '../../../sources/corrections.ts';
import { customId } from '../../desk/ids.ts';
import { button, memberName, menuRow, menuText, rowsOf, timeOf } from '../../desk/pieces.ts';
import { escaped, lineWithin, ruled } from '../../rendering/markdown.ts';
import { lines, subtext, text } from '../../rendering/pieces.ts';

const longestName = 80;
const longestList = 200;
const longestShown = 900;

const keys: Readonly<Record<Correction['kind'], MessageKey>> = {
  same: 'own.names.same',
  not: 'own.names.not',
  office: 'own.names.office',
  'no-office': 'own.names.noOffice',
};

/** What a correction says, as a line of a message. */
export function correctionLine(correction: Correction, translate: Translate): string {
  return correctionTold(correction, translate, (name) => lineWithin(name, longestName));
}

/** The same for a choice or a menu, which show Markdown as it is. */
export function correctionPlain(correction: Correction, translate: Translate): string {
  return correctionTold(correction, translate, ruled);
}

function correctionTold(
  { kind, name, other }: Correction,
  translate: Translate,
  written: (name: string) => string,
): string {
  const isNobody = kind === 'not' && nameKey(name) === nameKey(other);
  const values = { name: written(name), other: written(other) };
  return translate(isNobody ? 'own.names.nobody' : keys[kind], values);
}

/** Somebody in the list: what they are called, their office, and where they are named. */
export function nameRow({ name, forms, offices, documents, times }: OwnName, translate: Translate): string {
  const [office] = offices;
  const [, ...others] = forms;
  const shown = lineWithin(name, longestName);
  const title =
    office === undefined
      ? shown
      : translate('who.choice', { name: shown, office: lineWithin(office, longestName) });
  const named = { times, documents: lineWithin(documents.join(', '), longestList) };
  return lines(
    `**${title}**`,
    subtext(translate('own.names.named', named)),
    others.length > 0 &&
      subtext(translate('own.names.forms', { forms: lineWithin(others.join(', '), longestList) })),
  );
}

/** All that is told of one of them. */
export function nameShown({ name, forms, offices, documents, times }: OwnName, translate: Translate): string {
  const [, ...others] = forms;
  const listed = (all: readonly string[]): string => lineWithin(all.join(' · '), longestShown);
  return lines(
    `**${lineWithin(name, longestName)}**`,
    offices.length > 0 && translate('own.names.offices', { offices: listed(offices) }),
    others.length > 0 && translate('own.names.forms', { forms: listed(others) }),
    translate('own.names.named', { times, documents: escaped(documents.join(', ')) }),
  );
}

/** A correction in the list: who made it when, and whether it does anything. */
export function correctionRow(
  correction: MadeCorrection,
  outcome: Outcome | undefined,
  translate: Translate,
): string {
  const { by, at, undone } = correction;
  const line = correctionLine(correction, translate);
  const told = [
    translate('own.list.last', { who: memberName(by, translate), when: timeOf(at, 'R') }),
    undone &&
      translate('own.names.undoneBy', {
        who: memberName(undone.by, translate),
        when: timeOf(undone.at, 'R'),
      }),
    !undone && outcome !== undefined && outcome !== 'done' && translate('own.names.noEffect'),
  ].filter((part) => typeof part === 'string');
  return lines(undone ? `~~${line}~~` : `**${line}**`, subtext(told.join(' · ')));
}

/** Those of a page that hold, to be undone. */
export function undoMenu(shown: readonly MadeCorrection[], translate: Translate): APIComponentInContainer[] {
  const current = shown.filter(({ undone }) => !undone);
  if (current.length === 0) return [];
  const options = current.map((each) => ({
    label: menuText(correctionPlain(each, translate)),
    value: String(each.made),
  }));
  const placeholder = translate('own.names.undoMenu');
  return [menuRow({ id: customId('source', 'undo-of', 0), placeholder, options })];
}

interface Pages {
  readonly page: number;
  readonly pages: number;
}

/** Turns the pages of a list, and leads to the other one. */
export function turning(
  action: 'names' | 'corrections',
  { page, pages }: Pages,
  translate: Translate,
): APIComponentInContainer[] {
  const id = (to: number): string => customId('source', action, to);
  const other = action === 'names' ? 'corrections' : 'names';
  const turns = [
    button(id(Math.max(0, page - 1)), translate('own.button.before'), 'plain', page <= 1),
    button(id(page + 1), translate('own.button.after'), 'plain', page >= pages),
  ];
  return rowsOf([
    ...(pages > 1 ? turns : []),
    button(customId('source', other, 1), translate(`own.button.${other}`)),
  ]);
}

export function pageLine({ page, pages }: Pages, translate: Translate): APIComponentInContainer {
  return text(pages > 1 ? subtext(translate('own.page', { page, pages })) : '');
}
