// From the bot's inputs to Slack's, filled with what was typed before, or else with what is known.

import type { Checkboxes, InputBlock, InputBlockElement, KnownBlock, PlainTextElement, PlainTextInput, PlainTextOption } from '@slack/types';
import type { Language } from '../../../src/bot/texts/language.ts';
import type { ShownInput, ShownOption } from '../../../src/bot/views/shown.ts';
import { quote, say } from '../../../src/bot/views/text.ts';
import { isCivil } from '../../../src/time.ts';
import type { Typed } from '../translate/values.ts';
import { noteOf } from './blocks.ts';
import { boxesOf, boxId } from './boxes.ts';
import { cutNote } from './fit.ts';
import { LIMITS } from './limits.ts';
import { groupsOf, offerOf } from './options.ts';
import { oneLine, plainText } from './parts.ts';
import { AGREE, ANSWER, FIELD, TICKED } from './press.ts';
import { richBlocks } from './rich.ts';
import { CHANNEL, clip, type Mentions, richWords, tidy, USER } from './text.ts';
import { words } from '../../common/words.ts';

export interface Filling {
  readonly language: Language;
  readonly mentions: Mentions;
  /** After a refusal: people as Slack's ids of them. */
  readonly typed?: Typed;
  /** How many boxes a long text may have at the most. */
  readonly mostBoxes: number;
}

/** How few options are better seen at once than hidden in a list. */
const RADIOS = 5;
const FEWEST_BOXES = 4;

export function renderInput(input: ShownInput, filling: Filling): KnownBlock[] {
  const { language } = filling;
  const now = presentValue(input, filling);
  switch (input.input) {
    case 'line':
    case 'paragraph':
      return isLong(input, filling.typed)
        ? severalBoxes(input, now.text, filling)
        : [blockOf(input, textInput(now.text, input.max, input.input === 'paragraph'))];
    case 'number':
      // Slack's own number field drops what it does not understand; ours keeps it, and the fault says what is wrong.
      return [blockOf(input, textInput(now.text, 100, false))];
    case 'choice':
    case 'choices':
      return input.options.length === 0 ? nothingToChoose(input, language) : choosing(input, now.all, language);
    case 'date':
      return [blockOf(input, { type: 'datepicker', action_id: ANSWER, ...asks(language), ...(isCivil(now.text) ? { initial_date: now.text } : {}) })];
    case 'time':
      return [blockOf(input, { type: 'timepicker', action_id: ANSWER, ...asks(language), ...(CLOCK.test(now.text) ? { initial_time: now.text } : {}) })];
    case 'person':
      return [blockOf(input, { type: 'users_select', action_id: ANSWER, ...asks(language), ...(USER.test(now.text) ? { initial_user: now.text } : {}) })];
    case 'channel':
      return [blockOf(input, channelSelect(now.text, language))];
    case 'agree':
      return [blockOf(input, tick(now.all.length > 0, language))];
  }
}

/** Whether one box of Slack's is too small. */
export function isLong(input: ShownInput, typed: Typed | undefined): boolean {
  if (input.input !== 'line' && input.input !== 'paragraph') return false;
  return input.max > LIMITS.inputText || tidy(valuesOf(input, typed)[0] ?? '').length > LIMITS.inputText;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function presentValue(input: ShownInput, { typed, mentions }: Filling): { readonly all: readonly string[]; readonly text: string } {
  const all = valuesOf(input, typed);
  const [first = ''] = all;
  return { all, text: input.input === 'person' && !typed ? (mentions.get(first) ?? '') : tidy(first) };
}

function valuesOf(input: ShownInput, typed: Typed | undefined): readonly string[] {
  const value = typed ? (Object.hasOwn(typed, input.name) ? typed[input.name] : undefined) : input.value;
  if (typeof value === 'boolean') return value ? [TICKED] : [];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

type Worded = Pick<ShownInput, 'name' | 'label' | 'help' | 'required'>;

function blockOf(input: Worded, element: InputBlockElement, blockId = `${FIELD}${input.name}`): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(oneLine(input.label), LIMITS.label),
    ...(input.help && tidy(input.help).trim() !== '' ? { hint: plainText(input.help, LIMITS.hint) } : {}),
    optional: !input.required,
    element,
  };
}

/** What is there already must fit, even where people count characters as fewer than Slack does. */
function textInput(value: string, max: number, multiline: boolean): PlainTextInput {
  const most = Math.min(Math.max(max, value.length, 1), LIMITS.inputText);
  const initial = value === '' ? {} : { initial_value: clip(value, most) };
  return { type: 'plain_text_input', action_id: ANSWER, multiline, max_length: most, ...initial };
}

function severalBoxes(input: Extract<ShownInput, { input: 'line' | 'paragraph' }>, whole: string, { language, mostBoxes }: Filling): KnownBlock[] {
  const { boxes, cut } = boxesOf(whole, mostBoxes);
  const of = Math.min(Math.max(boxes.length + 1, FEWEST_BOXES), mostBoxes);
  const goOn = words(say('chat.goOn', { most: LIMITS.inputText }), language);
  const numbered = Array.from({ length: of }, (_, index) => {
    const { text = '', goesOn = false } = boxes[index] ?? {};
    const label = words(say('chat.box', { label: quote(clip(oneLine(input.label), LIMITS.label - 100)), n: index + 1, of }), language);
    const help = input.help ? { help: `${clip(input.help, LIMITS.hint - goOn.length - 1)}\n${goOn}` } : { help: goOn };
    const worded = { name: input.name, label, required: input.required && index === 0, ...(index === 0 ? help : {}) };
    return blockOf(worded, textInput(text, LIMITS.inputText, true), boxId(input.name, index + 1, { whole, goesOn }));
  });
  return cut ? [...numbered, cutNote(language)] : numbered;
}

function asks(language: Language): { readonly placeholder: PlainTextElement } {
  return { placeholder: plainText(words(say('chat.choose'), language), LIMITS.placeholder) };
}

type Choosing = Extract<ShownInput, { input: 'choice' | 'choices' }>;

function choosing(input: Choosing, values: readonly string[], language: Language): KnownBlock[] {
  const most = LIMITS.options * LIMITS.optionGroups;
  const { options, above } = offerOf(input.options.slice(0, most));
  const chosen = options.filter((option) => values.includes(option.value ?? ''));
  const block = blockOf(input, input.input === 'choice' ? oneOf(options, chosen[0], language) : someOf(options, chosen, language));
  return [...above, block, ...(input.options.length > most ? [cutNote(language)] : [])];
}

function oneOf(options: readonly PlainTextOption[], chosen: PlainTextOption | undefined, language: Language): InputBlockElement {
  const initial = chosen ? { initial_option: chosen } : {};
  if (options.length <= RADIOS) return { type: 'radio_buttons', action_id: ANSWER, options: [...options], ...initial };
  return { type: 'static_select', action_id: ANSWER, ...asks(language), ...listed(options), ...initial };
}

function someOf(options: readonly PlainTextOption[], chosen: readonly PlainTextOption[], language: Language): InputBlockElement {
  const initial = chosen.length > 0 ? { initial_options: [...chosen] } : {};
  if (options.length <= LIMITS.boxes) return { type: 'checkboxes', action_id: ANSWER, options: [...options], ...initial };
  return { type: 'multi_static_select', action_id: ANSWER, ...asks(language), ...listed(options), ...initial };
}

function listed(options: readonly PlainTextOption[]) {
  return options.length <= LIMITS.options
    ? { options: [...options] }
    : { option_groups: groupsOf(options) as { label: PlainTextElement; options: PlainTextOption[] }[] };
}

function nothingToChoose(input: { readonly label: string; readonly options: readonly ShownOption[] }, language: Language): KnownBlock[] {
  return [...richBlocks([{ as: 'plain', elements: richWords(input.label, { bold: true }) }]), ...noteOf(words(say('chat.nothing'), language))];
}

/** Channels that people have made; conversations with bots and among few are none. */
function channelSelect(value: string, language: Language): InputBlockElement {
  return {
    type: 'conversations_select',
    action_id: ANSWER,
    ...asks(language),
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(CHANNEL.test(value) ? { initial_conversation: value } : {}),
    ...(value === '' ? { default_to_current_conversation: true } : {}),
  };
}

function tick(set: boolean, language: Language): Checkboxes {
  const option: PlainTextOption = { text: plainText(words(say('chat.agree'), language), LIMITS.optionText), value: TICKED };
  return { type: 'checkboxes', action_id: AGREE, options: [option], ...(set ? { initial_options: [option] } : {}) };
}
