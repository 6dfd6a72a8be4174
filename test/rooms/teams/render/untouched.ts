// What Teams sends of a form that nobody has touched: each input's own value beside the data of the pressed button.

import type { Action, Card } from '../../../../adapters/teams/render/card.ts';
import { partsIn } from './parsed.ts';

export function untouched(card: Card, button = 0): Record<string, unknown> {
  const inputs = partsIn(card.body).filter((part) => part.type.startsWith('Input.'));
  const values = inputs.flatMap((input) => (input['value'] === undefined ? [] : [[String(input['id']), input['value']] as const]));
  return { ...Object.fromEntries(values), ...dataOf(card.actions?.[button]) };
}

export function dataOf(action: Action | undefined): object {
  if (!action || !('data' in action)) throw new Error('no such button');
  return JSON.parse(JSON.stringify(action.data)) as object;
}
