// The words that a reader of Teams must see of a card: all but what unfolds at a press, and what stands in a closed list.

import type { Action, Card, ChoiceInput, Element, Input } from '../../../adapters/teams/render/card.ts';

export function wordsInCard({ body, actions = [] }: Card): readonly string[] {
  return [...body.flatMap(wordsIn), ...actions.map(titleOf)];
}

function wordsIn(element: Element): readonly string[] {
  switch (element.type) {
    case 'TextBlock':
      return [element.text];
    case 'RichTextBlock':
      return element.inlines.map((run) => run.text);
    case 'Table':
      return element.rows.flatMap((row) => row.cells.flatMap((cell) => cell.items.flatMap(wordsIn)));
    case 'ActionSet':
      return element.actions.map(titleOf);
    case 'Image':
      return [];
    default:
      return [element.label, ...heldIn(element)];
  }
}

function heldIn(input: Input): readonly string[] {
  if (input.type === 'Input.Toggle') return [input.title];
  if (input.type === 'Input.ChoiceSet') return chosenIn(input);
  return input.value === undefined ? [] : [input.value];
}

/** Who is chosen already, Teams finds out by itself. */
function chosenIn({ style, isMultiSelect, choices, value, placeholder, ...more }: ChoiceInput): readonly string[] {
  if ('choices.data' in more && value !== undefined) return [];
  if (style === 'expanded' || isMultiSelect) return choices.map((choice) => choice.title);
  const chosen = choices.find((choice) => choice.value === value);
  return [chosen?.title ?? placeholder ?? ''];
}

function titleOf({ title }: Action): string {
  return title;
}
