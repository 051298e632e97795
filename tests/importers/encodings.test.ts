// Plain texts in encodings of one byte a character: what people wrote is read, what nobody wrote is refused.
import { expect, test } from 'vitest';
import { extract } from '../../src/importers/extract.ts';
import type { Imported } from '../../src/importers/imported.ts';
import { defaultLimits } from '../../src/importers/limits.ts';

const read = (bytes: Uint8Array): Promise<Imported> =>
  extract({ name: 'a.txt', bytes: Buffer.from(bytes), limits: defaultLimits });

function encoded(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => bytes.get(character) ?? 0x3f);
}

test.each([
  [
    'windows-1250',
    'Źle się dzieje… Rybacy żądają odszkodowań, a rząd – jak mówią – milczy.\r\nŚnieg spadł w „Łebie”.',
  ],
  [
    'windows-1250',
    'Třetí schůze začala v pátek. Delegace Česka žádá „rychlé řešení“ a další peníze na Ještěd.',
  ],
  [
    'windows-1250',
    'A magyar küldöttség szerint „az ősz végéig” születhet döntés az új kikötőről és a csőről.',
  ],
  ['iso-8859-2', 'Źródła w ministerstwie podają, że świadkowie łączą katastrofę z wyłączeniem latarni.'],
  ['iso-8859-2', 'Ľudia žiadajú, aby sa škôlka ťažko poškodená povodňou čo najskôr otvorila.'],
  ['windows-1252', '« Ça suffit… », a lâché l’élue à l’œil vif – sans être interrompue – près de Noël.'],
  ['windows-1252', 'The envoy’s reply – “no” – was sent on Friday… It cost €40 and a café lunch.'],
  [
    'windows-1252',
    'Die Fläche beträgt 12 m² und der Würfel 3 m³; „größer geht’s nicht“, sagte Zukowska nie.'.replace(
      'Ż',
      'Z',
    ),
  ],
  ['macintosh', 'Le président a déclaré « que l’été serait très long » à Genève.'],
  ['macintosh', 'The minister’s aides said “we don’t know” – and left by the rear door…'],
  ['windows-1254', 'Dışişleri Bakanlığı görüşmelerin İstanbul’da süreceğini, çözümün güç olduğunu söyledi.'],
  ['windows-1257', 'Užsienio reikalų ministras pažadėjo, kad šįmet derybų nebus, o žvejai gaus išmokų.'],
  [
    'windows-1251',
    'Уряд повідомив: “Joint Declaration on the Border Crossings in the Northern Districts” підписано в п’ятницю.',
  ],
  ['koi8-u', 'Її слова про ґрунти й пільги почули всі, хто чекав у залі.'],
  ['windows-1251', 'Прем’єр-міністр зустрівся з послом. Є домовленість.\u001a'],
])('%s: %s', async (encoding, text) => {
  const imported = await read(encoded(encoding, text));
  expect(imported.ok && imported.paragraphs.join(' ')).toBe(text.replace('\u001a', '').replace('\r\n', ' '));
});

const chance = (seed: number, length: number, from: (value: number) => number): Uint8Array => {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from(Math.floor(state / 256) % 65_536);
  });
};

test.each([
  ['bytes by chance', chance(1, 4_000, (value) => value % 256)],
  ['bytes by chance that are no controls', chance(2, 4_000, (value) => 0x20 + (value % 0xe0))],
  ['high bytes by chance', chance(3, 400, (value) => 0x80 + (value % 0x80))],
  [
    'every third byte high',
    chance(4, 3_000, (value) => (value % 3 === 0 ? 0x80 + (value % 128) : 0x61 + (value % 26))),
  ],
  [
    'a program',
    Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x02]), chance(5, 900, (value) => value % 256)]),
  ],
  [
    'words between controls',
    encoded('windows-1252', 'caf\u0001\u0002 pass\u0003é \u0004 grün\u0005 '.repeat(40)),
  ],
])('%s: refused', async (_, bytes) => {
  expect((await read(bytes)).ok).toBe(false);
});
