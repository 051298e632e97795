// Names apart: no two commands of a language are nearly the same, nor two buttons of one message; and every command that a
// message names is one that this language has.
import { describe, expect, test } from 'vitest';
import { english, isForOperators, type Sentences, translations } from './catalogue.ts';
import { commandPaths, type Tree, treesOf } from './command-tree.ts';
import { isNear, nearPairs } from './near.ts';

const all: [string, Sentences][] = [['en', english], ...Object.entries(translations)];
const trees = await treesOf(all.map(([language]) => language));
const treeOf = (language: string): Tree => trees.get(language) ?? new Map();

/** Names that look alike and may, with the reason. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // The same is done, to somebody else, and the longer name says to whom.
  en: ['ask · ask-moderators'],
  // "Fragestunde" is offered to those who may manage the server alone.
  de: ['frage-an-moderation · fragen', 'fragen · fragestunde'],
  // Two everyday words that differ where one begins to type: no other word says either as well.
  fr: ['position · proposition'],
  pl: ['zapytaj · zapytaj-moderatorów'],
  uk: ['запитати · запитати-модераторів', 'позиція · пропозиція'],
};

/** Buttons that stand, or may stand, under one message. */
const together: readonly (readonly string[])[] = [
  ['context', 'share', 'card', 'cite', 'undo', 'earlier', 'later', 'back'].map((name) => `reading.${name}`),
  [...['approve', 'reject', 'merge', 'note', 'add', 'claim', 'release', 'undo', 'retry', 'keep', 'open']].map(
    (name) => `desk.button.${name}`,
  ),
  ['state', 'edit', 'withdraw', 'insist', 'show', 'waits'].map((name) => `desk.button.${name}`),
  ['ask', 'waits', 'too', 'notToo'].map((name) => `desk.button.${name}`),
  ['send', 'anew'].map((name) => `desk.button.${name}`),
  ['rating.up', 'rating.down'],
  ['desk.queue.before', 'desk.queue.after', 'desk.queue.again'],
  [
    ...['approve', 'edit', 'mend', 'more', 'whole', 'cancel', 'before', 'after'].map(
      (name) => `own.button.${name}`,
    ),
  ],
  ['before', 'after', 'names', 'corrections'].map((name) => `own.button.${name}`),
  ['show', 'file', 'restore', 'undo'].map((name) => `own.button.${name}`),
];

describe('names are nearly the same', () => {
  test.each([
    ['fragen', 'frage'],
    ['citation', 'citer'],
    ['position', 'positions'],
    ['source', 'sources'],
    ['stanowisko', 'stanowiska'],
    ['джерело', 'джерела'],
  ])('%s and %s', (one, other) => expect(isNear(one, other)).toBe(true));

  test.each([
    ['quote', 'cite'],
    ['extrait', 'référence'],
    ['sources', 'our-sources'],
    ['stanowisko', 'mapa'],
    ['zitat', 'fundstelle'],
    ['джерела', 'наші-джерела'],
  ])('but not %s and %s', (one, other) => expect(isNear(one, other)).toBe(false));
});

describe.each(all)('%s', (language, messages) => {
  test('no two commands have nearly the same name', () => {
    expect(nearPairs([...treeOf(language).keys()])).toEqual(allowed[language]);
    // What the menu of a message offers stands apart from what is typed.
    const menus = Object.entries(messages).flatMap(([key, name]) => (key.startsWith('menu.') ? [name] : []));
    expect(nearPairs(menus)).toEqual([]);
  });

  test('no two buttons that may stand under one message have nearly the same label', () => {
    for (const keys of together) {
      const labels = keys.map((key) => messages[key] ?? '');
      expect(labels, keys.join()).not.toContain('');
      expect(nearPairs(labels), keys.join()).toEqual([]);
    }
  });

  test('every command in a message has its name in this language, and they are those of the English message', () => {
    const wrong = Object.entries(messages).flatMap(([key, message]) => {
      if (isForOperators(key) && !key.startsWith('doctor.')) return [];
      const named = commandPaths(message, treeOf(language));
      const plural = key.replace(/_\w+$/, '_other');
      const wanted = commandPaths(english[key] ?? english[plural] ?? '', treeOf('en'));
      return named.sort().join() === wanted.sort().join() && !named.includes('?')
        ? []
        : [`${key}: ${message}`];
    });
    expect(wrong).toEqual([]);
  });
});
