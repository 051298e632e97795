// What a title calls its document, in five languages; and titles that only speak of one.
import { expect, test } from 'vitest';
import { kindInTitle } from '../../src/importers/title-kind.ts';

test.each([
  ['Joint Statement on the Economic and Trade Meeting in Geneva', 'statement'],
  ['G7 Leaders’ Statement on Ukraine', 'statement'],
  ['E3 statement on Iran', 'statement'],
  ['Statement by the Foreign Minister on the closing of the pier', 'statement'],
  ['The White House: Joint statement with the Kingdom of Norland', 'statement'],
  ['Final Communiqué', 'statement'],
  ['Gemeinsame Erklärung der Außenminister', 'statement'],
  ['Erklärung der Bundesregierung zur Lage in der Meerenge', 'statement'],
  ['Communiqué conjoint sur le partage des quotas', 'statement'],
  ['Déclaration du Président de la République', 'statement'],
  ['Oświadczenie Prezydenta RP', 'statement'],
  ['Wspólne oświadczenie ministrów spraw zagranicznych', 'statement'],
  ['Спільна заява за підсумками переговорів', 'statement'],
  ['Заява МЗС України щодо подій у протоці', 'statement'],
  ['Readout of the special meeting on the situation', 'readout'],
  ['Readout: the call', 'readout'],
  ['Telephone conversation with President of Norland', 'readout'],
  ['Telefonat des Bundeskanzlers mit dem Präsidenten', 'readout'],
  ['Compte rendu de l’entretien du Président avec le chancelier', 'readout'],
  ['Entretien téléphonique avec le Premier ministre', 'readout'],
  ['Rozmowa telefoniczna Prezydenta z kanclerzem', 'readout'],
  ['Телефонна розмова Президента з Прем’єр-міністром', 'readout'],
  ['Rozmowa ministra Jana Olszy z minister spraw zagranicznych Merrowu', 'readout'],
  ['Spotkanie premiera Jana Olszy z prezydentem Merrowu', 'readout'],
  ['Розмова міністра Остапа Кривого з міністром Мерроу', 'readout'],
  ['Зустріч Президента України з прем’єр-міністром Мерроу', 'readout'],
  ['Gespräch des Außenministers Olm mit dem Präsidenten von Merrow', 'readout'],
  ['Entretien du ministre Armand Olm avec son homologue de Merrow', 'readout'],
  ['Remarks by Foreign Minister Ida Holm at the Harbour Forum', 'transcript'],
  ['Remarks to the press', 'transcript'],
  ['Press conference by the two presidents', 'transcript'],
  ['Foreign Secretary’s speech at the Harbour Forum', 'transcript'],
  ['Transcript: Ida Holm on the morning programme', 'transcript'],
  ['Pressekonferenz von Bundeskanzler und Präsident', 'transcript'],
  ['Rede des Außenministers vor dem Rat', 'transcript'],
  ['Stenografischer Bericht der 41. Sitzung', 'transcript'],
  ['Conférence de presse conjointe', 'transcript'],
  ['Discours du ministre à Port-Nord', 'transcript'],
  ['Konferencja prasowa po spotkaniu', 'transcript'],
  ['Przemówienie Premiera w Sejmie', 'transcript'],
  ['Стенограма засідання', 'transcript'],
  ['Виступ Президента на саміті', 'transcript'],
  ['Treaty on the Status of the Strait', 'treaty'],
  ['Agreement between Norland and Sudmark on fishing', 'treaty'],
  ['Vertrag über die Meerenge', 'treaty'],
  ['Traité de Port-Nord', 'treaty'],
  ['Traktat o cieśninie', 'treaty'],
  ['Договір про протоку', 'treaty'],
])('%s: %s', (title, kind) => {
  expect(kindInTitle(title)).toBe(kind);
});

test.each([
  'Ministers disagree over joint statement',
  'Statement delayed again',
  'Joint statement angers Sudmark',
  'Speech therapy in the harbour town',
  'Remarkable year for the fleet',
  'Call for papers',
  'Agreement in sight, says minister',
  'Talks go on, officials say',
  'Streit um gemeinsame Erklärung',
  'Redefreiheit in Gefahr',
  'Vertragsbruch: Sudmark klagt',
  'Le communiqué qui fâche',
  'Discourse on method',
  'Protokół z posiedzenia Komisji Wspólnej',
  'Umowa zerwana',
  'Договірні ціни зросли',
  'Протока: що далі?',
  'Harbour talks',
  'Rozmowa z ministrem Olszą',
  'Rozmowa ministra z gazetą „Kurier”',
  'Розмова з міністром Кривим',
  'Gespräch mit dem Außenminister Olm',
  'Treffen am See: Minister Olm kommt zu spät',
  'Entretien avec le ministre Armand Olm',
])('is not told by: %s', (title) => {
  expect(kindInTitle(title)).toBeUndefined();
});

test('a newspaper’s title tells only what can be nothing else', () => {
  expect(kindInTitle('Speech at harbour stirs anger', true)).toBeUndefined();
  expect(kindInTitle('Full text: joint statement by the three ministers', true)).toBe('statement');
});
