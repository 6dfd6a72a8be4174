// What Slack sends of a form that nobody has touched: each input's own initial value, in the shape of `view.state.values`.

import type { KnownBlock, ModalView } from '@slack/types';

type Element = Readonly<Record<string, unknown>> & { readonly type: string; readonly action_id: string };

export function untouched(view: ModalView): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = Object.create(null) as Record<string, Record<string, unknown>>;
  for (const block of view.blocks as KnownBlock[]) {
    if (block.type !== 'input') continue;
    const element = block.element as unknown as Element;
    values[String(block.block_id)] = { [element.action_id]: stateOf(element) };
  }
  return values;
}

function stateOf(element: Element): Record<string, unknown> {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
      return { type, value: element['initial_value'] ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element['initial_option'] ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element['initial_options'] ?? [] };
    case 'datepicker':
      return { type, selected_date: element['initial_date'] ?? null };
    case 'timepicker':
      return { type, selected_time: element['initial_time'] ?? null };
    case 'users_select':
      return { type, selected_user: element['initial_user'] ?? null };
    case 'conversations_select':
      return { type, selected_conversation: element['initial_conversation'] ?? null };
    default:
      throw new Error(`Slack knows no ${type} that we use`);
  }
}
