// The fields of a form, drawn as Slack draws them: slack-blocks-to-jsx shows neither what is chosen nor what is optional.

import type { Checkboxes, InputBlock, InputBlockElement, PlainTextOption, RadioButtons } from '@slack/types';
import { createElement as h, type ReactElement, type ReactNode } from 'react';
import type { Language } from '../../../src/bot/texts/language.ts';
import { CHROME } from './chrome.ts';

export interface Drawing {
  readonly language: Language;
  /** Of people and channels, by Slack's ids. */
  readonly names: ReadonlyMap<string, string>;
}

export function drawInput(block: InputBlock, drawing: Drawing, error?: string): ReactElement {
  const { label, hint, optional, element } = block;
  return h(
    'div',
    { className: 'input', 'data-block': 'input' },
    h('div', { className: 'label' }, label.text, optional ? h('span', { className: 'optional' }, ` ${CHROME[drawing.language].optional}`) : null),
    h('div', { className: error === undefined ? 'field' : 'field faulty' }, drawElement(element, drawing)),
    error === undefined ? null : h('div', { className: 'error' }, error),
    hint ? h('div', { className: 'hint' }, hint.text) : null,
  );
}

function drawElement(element: InputBlockElement, drawing: Drawing): ReactNode {
  const { language, names } = drawing;
  switch (element.type) {
    case 'plain_text_input':
      return box(element.multiline ? 'box lines' : 'box', element.initial_value);
    case 'static_select':
      return box('box list', element.initial_option?.text.text, element.placeholder?.text);
    case 'multi_static_select':
      return box('box list', element.initial_options?.map((option) => option.text.text).join(', '), element.placeholder?.text);
    case 'users_select':
      return box('box list', element.initial_user && `@${names.get(element.initial_user) ?? element.initial_user}`, element.placeholder?.text);
    case 'conversations_select':
      return box('box list', channelOf(element, names), element.placeholder?.text);
    case 'datepicker':
      return box('box date', element.initial_date && dayOf(element.initial_date, language), element.placeholder?.text);
    case 'timepicker':
      return box('box date', element.initial_time, element.placeholder?.text);
    case 'radio_buttons':
    case 'checkboxes':
      return options(element);
    default:
      throw new Error(`a field that no form of ours has: ${element.type}`);
  }
}

function box(className: string, value: string | undefined, placeholder = ''): ReactElement {
  return h('div', { className }, value ? value : h('span', { className: 'placeholder' }, placeholder));
}

function options(element: RadioButtons | Checkboxes): ReactNode {
  const chosen = element.type === 'checkboxes' ? (element.initial_options ?? []) : [element.initial_option];
  const all = element.options as readonly PlainTextOption[];
  return all.map((option) =>
    h(
      'div',
      { className: 'option', key: option.value },
      h('span', { className: `${element.type} ${chosen.some((one) => one?.value === option.value) ? 'chosen' : ''}` }),
      h('span', null, option.text.text, option.description ? h('span', { className: 'hint' }, option.description.text) : null),
    ),
  );
}

function channelOf(element: Extract<InputBlockElement, { type: 'conversations_select' }>, names: Drawing['names']): string | undefined {
  const { initial_conversation: chosen, default_to_current_conversation: here } = element;
  if (chosen) return `#${names.get(chosen) ?? chosen}`;
  return here ? '#general' : undefined;
}

function dayOf(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
