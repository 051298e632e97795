// Turns of a conversation that are no questions about the sources: thanks, "more", "the second one", "show me paragraph 9", what the
// bot can do. One pattern a kind, over the folded words; whatever is not all of a kind is a question.

import { words } from '../text/words.ts';
import { bareQuestion } from './normalise.ts';

export type Turn =
  | { readonly kind: 'thanks' | 'canDo' | 'summary' | 'sources' }
  | { readonly kind: 'next' }
  /** Counted from 1; −1 is the last. */
  | { readonly kind: 'nth'; readonly at: number }
  | { readonly kind: 'paragraph'; readonly paragraph: number };

const whole = (...alternatives: string[]): RegExp => new RegExp(`^(?:${alternatives.join('|')})$`, 'u');

const THANKS = whole(
  '(?:ok|okay|great|cool|perfect|nice|many|no|alright)? ?(?:thanks|thank you|thank u|thankyou|thx|ty|tysm|cheers|much appreciated)(?: (?:so much|very much|a lot|a bunch|a million|all|everyone|bot|mate|again|for (?:that|this|the help|your help)))*',
  '(?:ok|super|toll)? ?(?:danke|dankeschon|vielen dank|besten dank|herzlichen dank)(?: (?:schon|sehr|dir|euch|ihnen|vielmals))*',
  '(?:ok|super)? ?merci(?: (?:beaucoup|bien|a tous|a toi|a vous))*',
  '(?:ok|super)? ?(?:dzieki|dziekuje|dziekuje ci)(?: (?:bardzo|wielkie|wam|wszystkim))*',
  '(?:дуже|щиро)? ?(?:дякую|спасибі|дяки)(?: (?:дуже|вам|тобі|всім|усім))*',
);
const CAN_DO = whole(
  'what (?:can|do|could) (?:you|u|this bot|the bot|it) (?:do|answer|know|help with)(?: (?:for me|here|exactly))*',
  '(?:what|who) are (?:you|u)',
  'what is this(?: bot| thing)?',
  'how (?:do|does|can|should) (?:you|this|it|i|this bot|the bot) (?:work|use you|use this|use it|ask|start)',
  '(?:help|commands|menu|options|usage|instructions)(?: me| please)*',
  'what (?:can|should|may) i (?:ask|do|type)(?: you| here)*',
  '(?:hilfe|was kannst du(?: alles)?(?: tun| machen)?|was machst du|wie funktioniert (?:das|es|du)|wer bist du)',
  "(?:aide|que (?:peux|sais|pouvez|savez) (?:tu|vous)(?: faire)?|comment ca marche|qui es tu|qu'est ce que tu (?:peux|sais) faire|tu fais quoi)",
  '(?:pomoc|co (?:potrafisz|umiesz|mozesz)(?: zrobic)?|jak to dziala|kim jestes)',
  '(?:допомога|що (?:ти |ви )?(?:вмієш|вмієте|можеш|можете)(?: робити)?|як це працює|хто ти)',
);
const SUMMARY = whole(
  '(?:(?:give|write|make|show)(?: me| us)? )?(?:a |the |an )?(?:quick |short |brief )?(?:tldr|tl dr|summary|recap|overview|gist|outline)(?: (?:of|for|the|this|that|it|talks|everything|all|please|documents?|texts?|articles?|sources?|page))*',
  '(?:summari[sz]e|sum up|recap|outline)(?: (?:the|this|that|it|these|talks|everything|all|please|documents?|texts?|articles?|sources?|up|for|me|us))*',
  '(?:zusammenfassung|fass(?:e)?(?: (?:alles|das|es|die|gesprache|den|text|bitte|mir))* zusammen)(?: (?:der|des|die|das|gesprache|textes|bitte))*',
  '(?:un |le )?resume(?: (?:des|du|de|la|les|discussions|texte|article|stp|svp))+|resumez?(?: (?:moi|nous|les|la|le|tout|discussions|texte))+',
  '(?:podsumowanie|podsumuj|streszczenie|stresc)(?: (?:rozmow|rozmowy|tekst|tekstu|to|wszystko|prosze))*',
  '(?:підсумок|підсумуи|стислии зміст|коротко)(?: (?:переговорів|переговори|тексту|текст|все|це))*',
);
const ONE_SOURCE =
  "(?:where (?:is|does|do|are) (?:this|that|it|these|all this|all that|they)(?: all)?(?: come)? from|what(?: is|s| are)? (?:the|your) sources?|sources?|(?:what|which) (?:date|day|year) (?:is|are|was) (?:the|this|these) (?:article|text|document|source|statement|piece)s?(?: from)?|woher (?:ist|kommt|stammt) (?:das|es)|quellen?|d'ou (?:ca|cela) vient|skad to(?: jest)?|zrodlo|zrodla|звідки це|джерело|джерела)";
const SOURCES = whole(`${ONE_SOURCE}(?: (?:and )?${ONE_SOURCE})*`);
const NEXT = whole(
  '(?:(?:show|give|tell)(?: me| us)? )?(?:the |a |some |any |one )?(?:next|more|another|further)(?: (?:one|ones|passages?|results?|please|of (?:them|it|that|those|these)))*',
  '(?:go on|continue|keep going|and then|and more|what else|anything else|is there more|next please)',
  '(?:zeig(?: mir| uns)? )?(?:die |das |den |noch )?(?:mehr|weiter|weitere|nachste|nachster|nachstes|nachste stelle)(?: (?:bitte|davon))*',
  '(?:la |le |montre moi la )?(?:suite|suivant|suivante|encore|plus|passage suivant)(?: (?:stp|svp))*',
  '(?:pokaz )?(?:dalej|wiecej|nastepny|nastepna|nastepne|jeszcze)(?: (?:prosze|fragment))*',
  '(?:покажи )?(?:далі|ще|більше|наступне|наступнии|наступна)(?: (?:уривок|будь ласка))*',
);

const ORDINALS: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:first|1st|erste[rsn]?|premiere?|1er|pierwsz[yea]|перш\p{L}+)$/u],
  [2, /^(?:second|2nd|zweite[rsn]?|deuxieme|seconde?|drugie?|druga|друг\p{L}+)$/u],
  [3, /^(?:third|3rd|dritte[rsn]?|troisieme|trzeci[ae]?|трет\p{L}+)$/u],
  [4, /^(?:fourth|4th|vierte[rsn]?|quatrieme|czwart[yae]|четверт\p{L}+)$/u],
  [5, /^(?:fifth|5th|funfte[rsn]?|cinquieme|piat[yae]|п'?ят\p{L}+)$/u],
  [-1, /^(?:last|letzte[rsn]?|derniere?|ostatni[ae]?|останн\p{L}+)$/u],
];
const NTH =
  /^(?:(?:show|open|read|give|see|zeig|montre|pokaz|покажи)(?: me| us| mir| moi| mi| мені)? )?(?:the |die |der |das |den |le |la |ten |ta |to )?(?<which>\S+)(?: (?:one|passage|result|answer|stelle|fragment|уривок|please))*$/u;
const PARAGRAPH =
  /^(?:(?:show|open|read|give|cite|see|go|zeig|zeige|montre|pokaz|покажи)(?: (?:me|us|to|mir|uns|moi|mi|мені))* )?(?:the )?(?:paragraph|para|par|absatz|paragraphe|akapit|абзац)(?: (?:number|no|nr))? (?<number>\d{1,5})(?: please)?$/u;
const MARK = /^\s*(?:(?:show|open|read|cite)(?: me)? )?[¶§]\s*(?<number>\d{1,5})\s*[.?!]?\s*$/iu;

/** What is wanted, where nothing is asked of the sources; undefined for a question. */
export function turnOf(typed: string): Turn | undefined {
  const marked = MARK.exec(typed)?.groups?.['number'];
  if (marked !== undefined) return { kind: 'paragraph', paragraph: Number(marked) };
  // Politeness is taken off, but of what is nothing else.
  return turnIn(typed) ?? turnIn(bareQuestion(typed));
}

function turnIn(text: string): Turn | undefined {
  const said = words(text)
    .map(({ folded }) => folded)
    .join(' ');
  if (THANKS.test(said)) return { kind: 'thanks' };
  if (CAN_DO.test(said)) return { kind: 'canDo' };
  if (SUMMARY.test(said)) return { kind: 'summary' };
  if (SOURCES.test(said)) return { kind: 'sources' };
  if (NEXT.test(said)) return { kind: 'next' };
  const paragraph = PARAGRAPH.exec(said)?.groups?.['number'];
  if (paragraph !== undefined) return { kind: 'paragraph', paragraph: Number(paragraph) };
  const which = NTH.exec(said)?.groups?.['which'] ?? '';
  const nth = ORDINALS.find(([, pattern]) => pattern.test(which));
  return nth && { kind: 'nth', at: nth[0] };
}
