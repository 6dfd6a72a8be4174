// Says what Slack would refuse in the elements of our blocks: buttons and inputs.

import type { ActionsBlockElement, Button, InputBlockElement, Option, PlainTextInput } from '@slack/types';
import { isCivil } from '../../../src/time.ts';
import { type Faults, length, type Path, plainText, some } from './faults.ts';
import { LIMITS } from './limits.ts';
import { CHANNEL, USER } from './text.ts';

export function checkElement(faults: Faults, path: Path, element: ActionsBlockElement | InputBlockElement): void {
  length(faults, [...path, 'action_id'], element.action_id ?? '', LIMITS.actionId);
  if ('placeholder' in element && element.placeholder) plainText(faults, [...path, 'placeholder'], element.placeholder, LIMITS.placeholder);
  switch (element.type) {
    case 'button':
      return checkButton(faults, path, element);
    case 'plain_text_input':
      return checkTextInput(faults, path, element);
    case 'radio_buttons':
      return checkOptions(faults, path, { options: element.options, most: LIMITS.boxes, initial: element.initial_option ? [element.initial_option] : [] });
    case 'checkboxes':
      return checkOptions(faults, path, { options: element.options, most: LIMITS.boxes, ...initially(element.initial_options) });
    case 'static_select':
      return checkSelect(faults, path, { ...element, ...initially(element.initial_option && [element.initial_option]) });
    case 'multi_static_select':
      return checkSelect(faults, path, { ...element, ...initially(element.initial_options) });
    case 'datepicker':
      return wellMade(faults, [...path, 'initial_date'], element.initial_date, isCivil);
    case 'timepicker':
      return wellMade(faults, [...path, 'initial_time'], element.initial_time, (time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
    case 'users_select':
      return wellMade(faults, [...path, 'initial_user'], element.initial_user, (id) => USER.test(id));
    case 'conversations_select':
      return wellMade(faults, [...path, 'initial_conversation'], element.initial_conversation, (id) => CHANNEL.test(id));
    default:
      faults.add(path, `${element.type} is no element of ours`);
  }
}

function checkButton(faults: Faults, path: Path, button: Button): void {
  plainText(faults, [...path, 'text'], button.text, LIMITS.buttonText);
  length(faults, [...path, 'value'], button.value ?? '', LIMITS.buttonValue);
  if (button.accessibility_label !== undefined) length(faults, [...path, 'accessibility_label'], button.accessibility_label, LIMITS.accessibilityLabel);
  const { confirm } = button;
  if (!confirm) return;
  plainText(faults, [...path, 'confirm', 'text'], confirm.text, LIMITS.confirmText);
  if (confirm.title) plainText(faults, [...path, 'confirm', 'title'], confirm.title, LIMITS.confirmTitle);
  if (confirm.confirm) plainText(faults, [...path, 'confirm', 'confirm'], confirm.confirm, LIMITS.confirmButton);
  if (confirm.deny) plainText(faults, [...path, 'confirm', 'deny'], confirm.deny, LIMITS.confirmButton);
}

function checkTextInput(faults: Faults, path: Path, { max_length: most, initial_value: initial }: PlainTextInput): void {
  if (most !== undefined && (most < 1 || most > LIMITS.inputText)) faults.add([...path, 'max_length'], `${most}, most ${LIMITS.inputText}`);
  if (initial !== undefined) length(faults, [...path, 'initial_value'], initial, Math.min(most ?? LIMITS.inputText, LIMITS.inputText));
}

interface Choosing {
  readonly options: readonly Option[];
  readonly most: number;
  readonly initial: readonly Option[];
}

function initially(initial: readonly Option[] | undefined): Pick<Choosing, 'initial'> {
  return { initial: initial ?? [] };
}

function checkSelect(
  faults: Faults,
  path: Path,
  of: { readonly options?: readonly Option[]; readonly option_groups?: readonly { readonly label: object; readonly options: readonly Option[] }[] } & Pick<
    Choosing,
    'initial'
  >,
): void {
  const { options, option_groups: groups, initial } = of;
  if (options && groups) faults.add(path, 'options and groups of options');
  if (!groups) return checkOptions(faults, path, { options: options ?? [], most: LIMITS.options, initial });
  some(faults, [...path, 'option_groups'], groups, LIMITS.optionGroups);
  for (const [index, group] of groups.entries()) {
    const here = [...path, 'option_groups', index];
    plainText(faults, [...here, 'label'], group.label, LIMITS.groupLabel);
    checkOptions(faults, here, { options: group.options, most: LIMITS.options, initial: [] });
  }
  const all = groups.flatMap((group) => group.options);
  checkInitial(faults, path, { options: all, initial });
}

function checkOptions(faults: Faults, path: Path, { options, most, initial }: Choosing): void {
  some(faults, [...path, 'options'], options, most);
  for (const [index, option] of options.entries()) {
    const here = [...path, 'options', index];
    plainText(faults, [...here, 'text'], option.text, LIMITS.optionText);
    length(faults, [...here, 'value'], option.value ?? '', LIMITS.optionValue);
    if (option.description) plainText(faults, [...here, 'description'], option.description, LIMITS.optionDescription);
  }
  checkInitial(faults, path, { options, initial });
}

/** Slack compares an initial option with the options in all its parts. */
function checkInitial(faults: Faults, path: Path, { options, initial }: Pick<Choosing, 'options' | 'initial'>): void {
  faults.unique(
    [...path, 'options'],
    options.map((option) => option.value ?? ''),
  );
  const known = new Set(options.map((option) => JSON.stringify(option)));
  if (initial.some((option) => !known.has(JSON.stringify(option)))) faults.add([...path, 'initial'], 'not among the options');
}

function wellMade(faults: Faults, path: Path, value: string | undefined, isGood: (value: string) => boolean): void {
  if (value !== undefined && !isGood(value)) faults.add(path, 'not what Slack takes');
}
