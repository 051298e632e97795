// What a word is, by the words beside it, where the model errs: each rule with what it is about and what only looks like it.
import { expect, test } from 'vitest';
import { posOf } from '../../../src/statements/language/parts-of-speech.ts';
import { table, written } from './units.ts';

function told(text: string): string | undefined {
  const { units, at } = written(text);
  const word = units[at];
  return word && posOf(word, units[at - 1], units[at + 1]);
}

test.each(
  table(`
    *Acting/V President/P → PROPN
    *Incoming/V Berg/P → PROPN
    *Outgoing/J Chancellor/N → PROPN
    *Visiting/V Minister/N → PROPN
    *acting/V President/P → VERB
    *OverActing/V President/P → VERB
    *Visitings/V Berg/P → VERB
    *Acting/V president/N → VERB
    *Acting/V iPhone/P → VERB
    *Acting/V EU/P → VERB
    *Acting/V Monday/P → VERB
    *Acting/V → VERB
    *He/O Lifeng/P → PROPN
    *She/O Lifeng/P → PROPN
    *He/O Tuesday/P → PRON
    *He/O Lifeng/V → PRON
    *Hell/N Lifeng/P → NOUN
    *TheHe/N Lifeng/P → NOUN
    *They/O Lifeng/P → PRON
  `),
)('an office or a surname before a name: %s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(
  table(`
    Mr./P *Hedge/N fell → PROPN
    Mrs./P *Hedge/N fell → PROPN
    Ms./P *Hedge/N fell → PROPN
    Dr./P *Hedge/N fell → PROPN
    Drs./P *Hedge/N fell → PROPN
    Sen./P *Hedge/N fell → PROPN
    Sens./P *Hedge/N fell → PROPN
    Rep./P *Hedge/N fell → PROPN
    Reps./P *Hedge/N fell → PROPN
    Gov./P *Hedge/N fell → PROPN
    Govs./P *Hedge/N fell → PROPN
    Gen./P *Hedge/N fell → PROPN
    S./P *Ford/N fell → PROPN
    Mr./P *Heath/N fell → PROPN
    Mr/P *Hedge/N fell → NOUN
    xMr./P *Hedge/N fell → NOUN
    Mr.x/P *Hedge/N fell → NOUN
    s./P *Hedge/N fell → NOUN
    Mr./P *hedge/N fell → NOUN
    Mr./P *HEDGE/N fell → NOUN
    Mr./P *xHedge/N fell → NOUN
    Mr./P *Hedge9/N fell → NOUN
    Mr./P *He/O fell → PRON
    Mr./P *She/O fell → PRON
    Mr./P *The/D fell → DET
    Mr./P *It/O fell → PRON
    Mr./P *In/I fell → ADP
    Mr./P *But/C fell → CCONJ
    Mr./P *And/C fell → CCONJ
    Mr./P *They/O fell → PRON
    Mr./P *We/O fell → PRON
    *Hedge/N fell → NOUN
  `),
)('a name behind a title or an initial: %s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(
  table(`
    *Promising/P that/S → VERB
    *Promising/N the/D → VERB
    *Promising/P he/O → VERB
    *Promising/P that/N → VERB
    *Stating/N the/D → VERB
    . *Promising/P that/S → VERB
    ! *Promising/P that/S → VERB
    ? *Promising/P that/S → VERB
    ” *Promising/P that/S → VERB
    ’ *Promising/P that/S → VERB
    *Promising/P thatch/N → PROPN
    *Promising/P Berg/P → PROPN
    *Promising/P → PROPN
    *Promising/J the/D → ADJ
    *Boring/P the/D → PROPN
    *King/P the/D → PROPN
    *promising/N the/D → NOUN
    *McPromising/N the/D → NOUN
    *Promisings/N the/D → NOUN
    , *Promising/P that/S → PROPN
    .x *Promising/P that/S → PROPN
  `),
)('what a sentence opens with: %s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(
  table(`
    *That/O official/N → DET
    *that/S official/N → DET
    . *that/S official/N → DET
    ” *That/O official/N → DET
    And/C *that/S official/N → DET
    But/C *that/S official/N → DET
    *That/O officials/N → PRON
    *That/O sister/N → DET
    *That/O Berg/P → PRON
    *That/O → PRON
    *Thats/O official/N → PRON
    *xThat/O official/N → PRON
    *This/O official/N → PRON
    , *that/S official/N → SCONJ
    .x *that/S official/N → SCONJ
    and/C *that/S official/N → SCONJ
    Andes/P *that/S official/N → SCONJ
    NoBut/C *that/S official/N → SCONJ
  `),
)('what points at one of whom was spoken: %s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(
  table(`
    *chief/J , → NOUN
    *chief/J . → NOUN
    *official/J , → NOUN
    *general/J , → NOUN
    *executive/J , → NOUN
    *representative/J , → NOUN
    *chief/J of/I → ADJ
    *chief/J → ADJ
    *chief/J .5/M → ADJ
    *chief/J x,/N → ADJ
    *chief/V , → VERB
    *mischief/J , → ADJ
    *chiefly/J , → ADJ
    *old/J , → ADJ
  `),
)('a head of a phrase that looks like an adjective: %s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(
  table(`
    the/D *governing/V parties/N → ADJ
    the/D *governing/V old/J → ADJ
    where/R *governing/V parties/N → ADJ
    that/S *governing/V parties/N → ADJ
    because/S *governing/V parties/N → ADJ
    although/S *governing/V parties/N → ADJ
    its/O *governing/V parties/N → ADJ
    Their/O *governing/V parties/N → ADJ
    his/O *governing/V parties/N → ADJ
    her/O *governing/V parties/N → ADJ
    - *wielding/V members/N → ADJ
    *governing/V parties/N → VERB
    the/D *governing/V of/I → VERB
    the/D *governing/V → VERB
    the/D *governed/V parties/N → VERB
    the/D *ingrown/V parties/N → VERB
    the/D *governing/N parties/N → NOUN
    we/O *governing/V parties/N → VERB
    other/J *governing/V parties/N → VERB
    hers/O *governing/V parties/N → VERB
    — *governing/V parties/N → VERB
  `),
)('a verb that tells of the noun behind it: %s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(
  table(`
    *Jolly/J said/V → PROPN
    *Jolly/J says/V → PROPN
    *Jolly/J told/V → PROPN
    *Jolly/J added/V → PROPN
    *Jolly/J wrote/V → PROPN
    *Jolly/J replied/V → PROPN
    *Weld/V said/V → PROPN
    *Jolly/INTJ said/V → PROPN
    *Jolly/X said/V → PROPN
    *Ingrid/J said/V → PROPN
    *Manyara/J said/V → PROPN
    *Jolly/R said/V → ADV
    *jolly/J said/V → ADJ
    *McJolly/J said/V → ADJ
    *JOLLY/J said/V → ADJ
    *Jolly/J sang/V → ADJ
    *Jolly/J unsaid/V → ADJ
    *Jolly/J saids/V → ADJ
    *Jolly/J → ADJ
    *Leaving/V said/V → VERB
    *Tired/J said/V → ADJ
    *Elder/J said/V → ADJ
    *Elders/J said/V → ADJ
    *Others/J said/V → ADJ
    *Another/J said/V → ADJ
    *Many/J said/V → ADJ
    *Some/J said/V → ADJ
    *Few/J said/V → ADJ
    *Most/J said/V → ADJ
    *Several/J said/V → ADJ
    *All/J said/V → ADJ
    *Such/J said/V → ADJ
    *Same/J said/V → ADJ
  `),
)('who stands before a verb of saying: %s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(
  table(`
    Mary/P *Weld/V → PROPN
    Mary/P *Will/A → PROPN
    , *Weld/V → PROPN
    ” *Weld/V → PROPN
    x.y/N *Weld/V → PROPN
    (x/N *Weld/V → PROPN
    Mary/P *weld/V → VERB
    Mary/P *WELD/V → VERB
    Mary/P *McWeld/V → VERB
    Mary/P *Weld9/V → VERB
    Mary/P *Weld/J → ADJ
    *Weld/V → VERB
    . *Weld/V → VERB
    ? *Weld/V → VERB
    ! *Weld/V → VERB
    : *Weld/V → VERB
    … *Weld/V → VERB
    « *Weld/V → VERB
    „ *Weld/V → VERB
    ( *Weld/V → VERB
    – *Weld/V → VERB
    - *Weld/V → VERB
    .” *Weld/V → VERB
    ?”) *Weld/V → VERB
  `),
)('a verb with a capital amid a sentence: %s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});
