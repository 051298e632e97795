// Whether somebody who is said to have spoken is the one whom a source names, in every script.
import { describe, expect, test } from 'vitest';
import { claimsIn } from '../../src/check/claims.ts';
import { openWho } from '../../src/check/speakers/speakers.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';

const who = openWho(emptyDossier);
const compare = (claimed: string, spoke: string) => who.compare(claimed, { text: spoke, kind: 'named' });

describe('a name behind a noun is a name, whatever letters it has', () => {
  test.each([
    ['Анна Ковальчук', 'міністр Шмигаль'],
    ['Анна Ковальчук', 'речниця Гнатюк.'],
    ['Anna Kowal', 'minister Żak'],
    ['Anna Kowal', 'rzecznik Łoś,'],
    ['Anne Roux', 'ministre Étienne'],
    ['Anna Holm', 'kanzler Özdemir'],
  ])('%s is somebody else than %s', (claimed, spoke) => {
    expect(compare(claimed, spoke)).toBe('other');
  });

  test.each([
    ['Анна Ковальчук', 'її заступниця'],
    ['Анна Ковальчук', 'речник міністра.'],
    ['Anna Kowal', 'jej zastępca'],
    ['Anne Roux', 'son délégué'],
    ['Anna Holm', 'her counterpart'],
    ['Anna Holm', 'das büro'],
  ])('%s may be %s', (claimed, spoke) => {
    expect(compare(claimed, spoke)).toBe('unknown');
  });
});

describe('whoever works for somebody may speak for them, or not', () => {
  test.each([
    'a Merkel adviser',
    'Merkel’s spokeswoman',
    'aides to Merkel',
    'the Merkel officials',
    'Merkel allies',
    'a Merkel aide',
  ])('%s is not told from her', (claimed) => {
    expect(compare(claimed, 'Angela Merkel')).toBe('unknown');
  });

  test.each([
    'Merkel',
    'Chancellor Merkel',
    'Angela Merkel, an ally',
    'Secretary Angela Merkel',
    'Ms. Merkel',
    'Frau Merkel',
  ])('%s is she', (claimed) => {
    expect(compare(claimed, 'Angela Merkel')).toBe('same');
  });
});

describe('a label of an address and a last name is whoever of that name it can be', () => {
  const people = ['Brittney Griner', 'Cherelle Griner', 'Ruth Griner', 'Peter Griner'].map((name) => ({
    ...{ id: name, name, spellings: [], called: [] },
    ...(name.startsWith('Brittney') ? { spellings: ['Griner'] } : {}),
  }));
  const known = openWho({ ...emptyDossier, people });
  const label = (text: string) => ({ text, kind: 'named' as const, person: 'Brittney Griner' });

  test.each([
    ['Cherelle Griner', 'MS. GRINER', 'unknown'],
    ['Cherelle Griner', 'Mrs. Griner', 'unknown'],
    ['Ms. Cherelle Griner', 'MS. GRINER', 'unknown'],
    ['Brittney Griner', 'MS. GRINER', 'same'],
    ['Peter Griner', 'MS. GRINER', 'other'],
    ['Ruth Griner', 'MR. GRINER', 'other'],
    ['Cherelle Griner', 'Griner', 'other'],
    ['Cherelle Griner', 'MS. BRITTNEY GRINER', 'other'],
    ['Cherelle Griner', 'Brittney Griner', 'other'],
  ] as const)('%s beside %s: %s', (claimed, written, likeness) => {
    expect(known.compare(claimed, label(written))).toBe(likeness);
  });
});

describe('a name beside a quotation is taken whole', () => {
  test.each([
    ['“We go,” said Łukasz Żaź.', 'Łukasz Żaź'],
    ['“We go,” Денис Шмигаль said.', 'Денис Шмигаль'],
    ['“We go,” said Анна Ковальчук.', 'Анна Ковальчук'],
    ['“We go,” according to Zoë Bronté', 'Zoë Bronté'],
    ['“We go,” said Recep Yıldızoğlu', 'Recep Yıldızoğlu'],
    ['“We go,” said Beyoncé', 'Beyoncé'],
  ])('%s', (text, speaker) => {
    expect(claimsIn(text, () => false).map((claim) => claim.speaker)).toEqual([speaker]);
  });

  test.each(['“We go,” saidŻ Anna.', '“We go,” нsaid Анна.', '“We go,” saidéa Lund'])(
    'and no part of a word is a verb: %s',
    (text) => {
      expect(claimsIn(text, () => false).map((claim) => claim.speaker)).toEqual([undefined]);
    },
  );
});
