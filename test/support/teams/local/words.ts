// What a person reads in a card, one thing on a line. Buttons stand in brackets.

import { isRecord, type Json, list, text } from '../../slack/local/json.ts';

/** How the card stands before somebody: what is in its fields, what is said at them, what is unfolded. */
export interface Standing {
  value(input: Json): string;
  error(input: Json): string | undefined;
  isUnfolded(action: Json): boolean;
}

export function cardWords(card: Json, standing: Standing): readonly string[] {
  return [...all(card['body'], standing), ...list(card['actions']).flatMap((action) => actionWords(action, standing))];
}

function all(elements: unknown, standing: Standing): readonly string[] {
  return list(elements).flatMap((element) => elementWords(element, standing));
}

function elementWords(element: Json, standing: Standing): readonly string[] {
  if (element['isVisible'] === false) return [];
  switch (element['type']) {
    case 'TextBlock':
      return lines(marked(text(element['text'])));
    case 'RichTextBlock':
      return lines(runWords(element));
    case 'FactSet':
      return list(element['facts']).map((fact) => `${marked(text(fact['title']))}: ${marked(text(fact['value']))}`);
    case 'Image':
      return [text(element['altText'])];
    case 'Table':
      return list(element['rows']).map((row) =>
        list(row['cells'])
          .map((cell) => all(cell['items'], standing).join(' '))
          .join(' | '),
      );
    case 'ActionSet':
      return list(element['actions']).flatMap((action) => actionWords(action, standing));
    case 'Container':
    case 'Column':
      return all(element['items'], standing);
    case 'ColumnSet':
      return list(element['columns']).flatMap((column) => all(column['items'], standing));
    default:
      if (text(element['type']).startsWith('Input.')) return inputWords(element, standing);
      return isRecord(element['fallback']) ? elementWords(element['fallback'], standing) : [`(${text(element['type'])})`];
  }
}

function actionWords(action: Json, standing: Standing): readonly string[] {
  const inner = action['type'] === 'Action.ShowCard' && standing.isUnfolded(action) && isRecord(action['card']) ? cardWords(action['card'], standing) : [];
  return [`[${text(action['title'])}]`, ...inner];
}

function inputWords(input: Json, standing: Standing): readonly string[] {
  const choices = list(input['choices']).map((choice) => `( ) ${text(choice['title'])}`);
  const toggle = input['type'] === 'Input.Toggle' ? [`( ) ${text(input['title'])}`] : [];
  const error = standing.error(input);
  const said = error === undefined ? [] : [`! ${error}`];
  return [`${text(input['label'])}: ${standing.value(input)}`, text(input['placeholder']), ...choices, ...toggle, ...said].filter((line) => line !== '');
}

function runWords(block: Json): string {
  const inlines = Array.isArray(block['inlines']) ? (block['inlines'] as readonly unknown[]) : [];
  return seen(inlines.map((inline) => (typeof inline === 'string' ? inline : isRecord(inline) ? text(inline['text']) : '')).join(''));
}

/** The little Markdown that a TextBlock reads, as it looks in the end. */
function marked(words: string): string {
  return seen(words)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*_])/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1');
}

/** Without what no eye sees. */
function seen(words: string): string {
  return words.replaceAll('\u2060', '');
}

function lines(words: string): readonly string[] {
  return words.split('\n').filter((line) => line.trim() !== '');
}
