// What nobody should write: the test of sentences has to find each of these.
import type { Translate } from '../../src/messages/messages.ts';

export function puzzled(translate: Translate, who: string): string[] {
  return [
    `${who} said ${translate('answer.none')}`,
    `${translate('answer.none')} ${who}`,
    `${translate('answer.none')}${translate('answer.closest')}`,
    `${translate('answer.none')} in the sources`,
    [translate('answer.none'), translate('answer.closest')].join(' '),
    // And what is no sentence put together: parts that stand beside each other.
    `**${translate('answer.none')}** · ${who}`,
    `${translate('answer.none')}\n${translate('answer.closest')}`,
    'This stands in the code.',
  ];
}
