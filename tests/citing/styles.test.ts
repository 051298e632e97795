// The citation styles, each against what its manual asks for; src/citing names the rules.
import { describe, expect, test } from 'vitest';
import { citationIn, type Style, styles } from '../../src/citing/styles.ts';
import type { Document } from '../../src/corpus/document.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { documentWith, told } from '../cards/samples.ts';

const url = 'https://example.org/news/a_b?x=1';
const news: Partial<Document> = {
  id: 'evening-news',
  kind: 'news',
  title: told('Nothing Was Signed'),
  publisher: told('The Evening News'),
  published: told('2025-08-16'),
  url,
  retrieved: '2025-09-01',
};
const institution: Partial<Document> = {
  ...news,
  kind: 'statement',
  publisher: told('Office of the Mediator'),
};

function cited(style: Style, given: Partial<Document>, as: 'text' | 'markdown' = 'text'): string[] {
  const passage = {
    document: documentWith('Words.', given),
    paragraph: 7,
    text: 'Words.',
    start: 0,
    end: 6,
    headings: [],
  };
  return citationIn(style, passage, inEnglish).map((copy) => copy[as]);
}

describe('APA, 7th edition', () => {
  test('a news piece without an author begins with its title (9.12), the paragraph stands in the text (8.28)', () => {
    expect(cited('apa', news)).toEqual([
      `Nothing Was Signed. (2025, August 16). The Evening News. ${url}`,
      '(Nothing Was Signed, 2025, para. 7)',
    ]);
  });

  test('an institution is the author of its own text (10.16)', () => {
    expect(cited('apa', institution)).toEqual([
      `Office of the Mediator. (2025, August 16). Nothing Was Signed. ${url}`,
      '(Office of the Mediator, 2025, para. 7)',
    ]);
  });

  test('the title is in italics, and only there', () => {
    expect(cited('apa', news, 'markdown')).toEqual([
      `*Nothing Was Signed*. (2025, August 16). The Evening News. <${url}>`,
      '(*Nothing Was Signed*, 2025, para. 7)',
    ]);
  });

  test('without a date it is n.d., with the date of retrieval (9.16, 9.17)', () => {
    expect(cited('apa', { ...news, published: undefined })).toEqual([
      `Nothing Was Signed. (n.d.). The Evening News. Retrieved September 1, 2025, from ${url}`,
      '(Nothing Was Signed, n.d., para. 7)',
    ]);
  });

  test('without a title it is described in brackets (9.22)', () => {
    expect(cited('apa', { ...news, title: undefined, publisher: undefined, url: undefined })).toEqual([
      '[Untitled news article]. (2025, August 16).',
      '([Untitled news article], 2025, para. 7)',
    ]);
  });

  test('less of a date is less in the reference', () => {
    expect(cited('apa', { ...news, published: told('2025-08') })[0]).toContain('(2025, August).');
    expect(cited('apa', { ...news, published: told('2025') })[0]).toContain('(2025).');
  });
});

describe('Chicago, 17th edition, notes and bibliography', () => {
  test('an unsigned news piece: the newspaper stands in the place of the author (14.199)', () => {
    expect(cited('chicago', news)).toEqual([
      `The Evening News. “Nothing Was Signed.” August 16, 2025. ${url}.`,
      `“Nothing Was Signed,” The Evening News, August 16, 2025, para. 7, ${url}.`,
    ]);
    expect(cited('chicago', news, 'markdown')).toEqual([
      `*The Evening News*. “Nothing Was Signed.” August 16, 2025. <${url}>.`,
      `“Nothing Was Signed,” *The Evening News*, August 16, 2025, para. 7, <${url}>.`,
    ]);
  });

  test('an institution is the author of its own text (14.207)', () => {
    expect(cited('chicago', institution)).toEqual([
      `Office of the Mediator. “Nothing Was Signed.” August 16, 2025. ${url}.`,
      `Office of the Mediator, “Nothing Was Signed,” August 16, 2025, para. 7, ${url}.`,
    ]);
  });

  test('without a date the date of access stands in, without either n.d. (14.145, 14.207)', () => {
    expect(cited('chicago', { ...news, published: undefined })).toEqual([
      `The Evening News. “Nothing Was Signed.” Accessed September 1, 2025. ${url}.`,
      `“Nothing Was Signed,” The Evening News, accessed September 1, 2025, para. 7, ${url}.`,
    ]);
    const bare = {
      ...news,
      published: undefined,
      retrieved: undefined,
      url: undefined,
      publisher: undefined,
    };
    expect(cited('chicago', bare)).toEqual([
      '“Nothing Was Signed.” n.d.',
      '“Nothing Was Signed,” n.d., para. 7.',
    ]);
  });

  test('marks in a title become single, and a question mark takes no full stop', () => {
    const title = told('“Ironclad”: What Does It Mean?');
    expect(cited('chicago', { ...news, title })[0]).toContain('“‘Ironclad’: What Does It Mean?” August');
  });
});

describe('MLA, 9th edition', () => {
  test('title, container, date with a short month, address without its protocol (pp. 193–194, 295)', () => {
    expect(cited('mla', news)).toEqual([
      '“Nothing Was Signed.” The Evening News, 16 Aug. 2025, example.org/news/a_b?x=1.',
      '(“Nothing Was Signed,” par. 7)',
    ]);
    expect(cited('mla', news, 'markdown')[0]).toBe(
      '“Nothing Was Signed.” *The Evening News*, 16 Aug. 2025, example.org/news/a\\_b?x=1.',
    );
    expect(cited('mla', institution, 'markdown')[0]).toContain('Office of the Mediator, 16 Aug.');
  });

  test('what is not known is left out, and the date of access stands in for a date (p. 186)', () => {
    expect(cited('mla', { ...news, published: undefined })[0]).toBe(
      '“Nothing Was Signed.” The Evening News, example.org/news/a_b?x=1. Accessed 1 Sept. 2025.',
    );
    const bare = {
      ...news,
      published: undefined,
      retrieved: undefined,
      url: undefined,
      publisher: undefined,
    };
    expect(cited('mla', bare)).toEqual(['“Nothing Was Signed.”', '(“Nothing Was Signed,” par. 7)']);
    expect(cited('mla', { ...bare, title: undefined })).toEqual([
      'Untitled news article.',
      '(Untitled news article, par. 7)',
    ]);
  });

  test.each([
    ['2025-05-01', '1 May 2025'],
    ['2025-06', 'June 2025'],
    ['2025-09-30', '30 Sept. 2025'],
    ['2025-12-31', '31 Dec. 2025'],
    ['2025', '2025'],
  ])('%s is %s', (date, shown) => {
    expect(cited('mla', { ...news, published: told(date) })[0]).toContain(`News, ${shown}, example`);
  });
});

describe('plain text and Markdown', () => {
  test('one line with all that is known', () => {
    expect(cited('plain', news)).toEqual([
      `Nothing Was Signed · The Evening News · 16 August 2025 · evening-news ¶7 · ${url}#:~:text=Words.`,
    ]);
    expect(cited('markdown', { ...news, status: 'corrected' })).toEqual([
      `[*Nothing Was Signed*](<${url}#:~:text=Words.>) · The Evening News · 16 August 2025 · corrected · evening-news ¶7`,
    ]);
  });
});

describe.each(styles)('every style: %s', (style) => {
  const joined = (given: Partial<Document>, as?: 'text' | 'markdown'): string =>
    cited(style, given, as).join('\n');

  test('what the source does not tell stands in brackets', () => {
    const given = {
      ...news,
      title: told('A Working Title', 'supplied'),
      publisher: told('A Publisher', 'inferred'),
      published: told('2025-08-16', 'inferred'),
    };
    const shown = joined(given).replace(/\\/gu, '');
    expect(shown).toContain('[A Working Title');
    expect(shown).toContain('[A Publisher]');
    expect(shown).toMatch(/\[(?:16 Aug|2025, August 16|August 16, 2025)/u);
    // APA's year in the text as well.
    if (style === 'apa') expect(shown).toContain('[2025], para. 7');
  });

  test('a withdrawn document says so', () => {
    expect(joined({ ...news, status: 'withdrawn' })).toContain('withdrawn');
    expect(joined({ ...institution, status: 'withdrawn' })).toContain('withdrawn');
    expect(joined(news)).not.toContain('current');
  });

  test('nothing is left over where things are unknown', () => {
    const unknown = {
      title: undefined,
      publisher: undefined,
      published: undefined,
      url: undefined,
      retrieved: undefined,
    };
    for (const kind of ['news', 'statement', 'transcript', 'readout', 'treaty', 'other'] as const) {
      for (const line of cited(style, { ...unknown, kind })) {
        expect(line).not.toMatch(/undefined|\s$|^\s| {2}|\.\.|, ,|\(\)|· ·/u);
      }
    }
  });

  test('no letter of a title becomes markup', () => {
    const title = told('*Not* a [link](x) <b> `code` _no_ #1 1. | ~no~');
    const shown = joined({ ...news, title }, 'markdown').replace(/\\([!-/:-@[-`{-~])/gu, '$1');
    expect(shown).toContain('*Not* a [link](x) <b> `code` _no_ #1 1. | ~no~');
  });
});
