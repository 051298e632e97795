// The forms that open: a question, a note, a reason, a citation, a number.
import { ComponentType, TextInputStyle } from 'discord.js';
import type { Translate } from '../../messages/messages.ts';
import { longestQuestion, shortestQuestion } from '../../questions/ask.ts';
import type { Desk } from '../../questions/desk.ts';
import type { Question } from '../../questions/question.ts';
import { longestNote, longestReason, reasons } from '../../questions/review.ts';
import type { Form } from '../command.ts';
import { reasonName } from './card.ts';
import { customId } from './ids.ts';
import { menuText } from './pieces.ts';

type Fields = Form['modal']['components'];
type Field = Fields[number];

interface TextField {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly long?: boolean;
  readonly value?: string | undefined;
  readonly least?: number;
  readonly most: number;
}

export function textField({
  id,
  label,
  description,
  long = false,
  value,
  least = 0,
  most,
}: TextField): Field {
  return {
    type: ComponentType.Label,
    label,
    ...(description !== undefined && { description }),
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: least > 0,
      min_length: least,
      max_length: most,
      // A value that is longer than the field takes would be refused as a whole.
      ...(value !== undefined && value !== '' && { value: value.slice(0, most) }),
    },
  };
}

export const form = (id: string, title: string, components: Fields): Form => ({
  modal: { custom_id: id, title: title.slice(0, 45), components },
});

/** `value`: what was asked already. */
export function questionForm(desk: Desk, translate: Translate, value?: string): Form {
  const words = textField({
    id: 'text',
    label: translate('desk.form.question'),
    description: translate('desk.form.questionAbout'),
    long: true,
    value,
    least: shortestQuestion,
    most: longestQuestion,
  });
  const anonymous: Field = {
    type: ComponentType.Label,
    label: translate('desk.form.anonymous'),
    component: { type: ComponentType.Checkbox, custom_id: 'anonymous' },
  };
  const fields = desk.settings.anonymous ? [words, anonymous] : [words];
  return form(customId('question', 'submit', desk.channel), translate('desk.form.title'), fields);
}

export function editForm({ number, version, text }: Question, translate: Translate): Form {
  const label = translate('desk.form.question');
  return form(customId('question', 'reword', number, version), translate('desk.form.edit', { number }), [
    textField({ id: 'text', label, long: true, value: text, least: shortestQuestion, most: longestQuestion }),
  ]);
}

export function noteForm({ number, version, note }: Question, translate: Translate): Form {
  const label = translate('desk.form.note');
  const description = translate('desk.form.noteAbout');
  return form(customId('question', 'write', number, version), translate('desk.form.noteTitle', { number }), [
    textField({ id: 'note', label, description, long: true, value: note, most: longestNote }),
  ]);
}

export function rejectForm({ number, version }: Question, translate: Translate): Form {
  const options = reasons.map((reason) => ({
    value: reason,
    label: menuText(reasonName(reason, translate)),
  }));
  const list: Field = {
    type: ComponentType.Label,
    label: translate('desk.form.reason'),
    component: { type: ComponentType.StringSelect, custom_id: 'reason', options, required: true },
  };
  return form(customId('question', 'deny', number, version), translate('desk.form.rejectTitle', { number }), [
    list,
    textField({
      id: 'words',
      label: translate('desk.form.words'),
      description: translate('desk.form.wordsAbout'),
      long: true,
      most: longestReason,
    }),
  ]);
}

export function mergeForm({ number, version }: Question, translate: Translate): Form {
  const label = translate('desk.form.into');
  return form(customId('question', 'join', number, version), translate('desk.form.mergeTitle', { number }), [
    textField({ id: 'number', label, least: 1, most: 12 }),
  ]);
}

export function addForm({ number, version }: Question, translate: Translate): Form {
  const label = translate('desk.form.citation');
  const description = translate('desk.form.citationAbout', { example: translate('example.cite') });
  return form(customId('question', 'cite', number, version), translate('desk.form.addTitle', { number }), [
    textField({ id: 'citation', label, description, least: 1, most: 200 }),
  ]);
}
