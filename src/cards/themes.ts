// The look of every picture: colours for light and dark, each with a contrast that WCAG AA asks for (4.5 to 1; tested).
import type { Mark } from '../citing/marks.ts';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What somebody is to a proposal, as far as a cited passage says so: whoever put it forward, and where others stand; in this order. */
export const stances = ['by', 'for', 'against', 'conditional', 'doubtful'] as const;
export type Stance = (typeof stances)[number];

export interface Palette {
  readonly paper: string;
  /** Behind what is set apart from the paper: the names of proposals. */
  readonly shade: string;
  readonly ink: string;
  /** For what stands beside the words: source, date. */
  readonly quiet: string;
  readonly line: string;
  readonly warning: string;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly stances: Readonly<Record<Stance, string>>;
}

// The hues of the stances are those of Okabe and Ito, which people with every kind of colour vision tell apart,
// darkened or lightened until small text reads well; a symbol of its own stands beside each all the same.
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#fbfaf7',
    shade: '#f1eee7',
    ink: '#1d1c1a',
    quiet: '#5c5852',
    line: '#d9d4c9',
    warning: '#a3341c',
    marks: {
      own: '#1d5c9e',
      partly: '#3c6f86',
      reported: '#8a5300',
      joint: '#1f6e47',
      unnamed: '#6a4a9c',
      quoted: '#3c6f86',
      article: '#5c5852',
    },
    stances: {
      for: '#005f96',
      against: '#a84300',
      conditional: '#7a5b00',
      doubtful: '#8a3f6c',
      by: '#1f6e47',
    },
  },
  dark: {
    paper: '#17191e',
    shade: '#202329',
    ink: '#f3f1ec',
    quiet: '#b5b1a9',
    line: '#3a3d45',
    warning: '#f0917b',
    marks: {
      own: '#7fb5ef',
      partly: '#86bfd2',
      reported: '#e5b04f',
      joint: '#6ecb97',
      unnamed: '#bda3ec',
      quoted: '#86bfd2',
      article: '#b5b1a9',
    },
    stances: {
      for: '#6cbcf0',
      against: '#f0945a',
      conditional: '#e3c04a',
      doubtful: '#dd9cc4',
      by: '#6ecb97',
    },
  },
};
