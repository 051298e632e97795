// Every text of a picture can be read: WCAG 2.2 AA asks for a contrast of 4.5 to 1 (success criterion 1.4.3).
import { expect, test } from 'vitest';
import { palettes, themes } from '../../src/cards/themes.ts';

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('contrast is measured as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each(themes)('every colour of text reads well on %s paper', (theme) => {
  const { paper, shade, ink, quiet, warning, marks, stances } = palettes[theme];
  for (const colour of [ink, quiet, warning, ...Object.values(marks), ...Object.values(stances)]) {
    expect(contrast(colour, paper), colour).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(ink, shade)).toBeGreaterThanOrEqual(4.5);
});
