// What a person reads in blocks, one thing on a line. Buttons stand in brackets.

import { label } from './blocks.ts';
import { isRecord, type Json, list, record, text } from './json.ts';

/** Ids to names, as Slack's client shows them. */
export interface Names {
  person(id: string): string;
  channel(id: string): string;
}

export function blockWords(blocks: unknown, names: Names): readonly string[] {
  return list(blocks).flatMap((block) => wordsOf(block, names));
}

function wordsOf(block: Json, names: Names): readonly string[] {
  const accessory = isRecord(block['accessory']) ? elementWords(block['accessory']) : [];
  switch (block['type']) {
    case 'header':
    case 'section':
      return [
        ...(isRecord(block['text']) ? [textWords(block['text'], names)] : []),
        ...list(block['fields']).map((one) => textWords(one, names)),
        ...accessory,
      ];
    case 'rich_text':
      return list(block['elements']).flatMap((one) => richLines(one, names));
    case 'context':
      return [
        list(block['elements'])
          .map((one) => (one['type'] === 'image' ? text(one['alt_text']) : textWords(one, names)))
          .join(' '),
      ];
    case 'actions':
      return list(block['elements']).flatMap(elementWords);
    case 'image':
      return [[label(block['title']), text(block['alt_text'])].filter(Boolean).join(' ')];
    case 'table':
      return (Array.isArray(block['rows']) ? block['rows'] : []).map((row) =>
        list(row)
          .map((cell) => cellWords(cell, names))
          .join(' | '),
      );
    case 'divider':
    case 'input':
      return [];
    default:
      return [`(${text(block['type'])})`];
  }
}

function cellWords(cell: Json, names: Names): string {
  return cell['type'] === 'rich_text' ? wordsOf(cell, names).join(' ') : text(cell['text']);
}

function elementWords(element: Json): readonly string[] {
  return [`[${element['type'] === 'button' ? label(element['text']) : label(element['placeholder'])}]`];
}

function richLines(element: Json, names: Names): readonly string[] {
  if (element['type'] === 'rich_text_list') return list(element['elements']).flatMap((item) => richLines(item, names));
  return list(element['elements'])
    .map((run) => runWords(run, names))
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function runWords(run: Json, names: Names): string {
  switch (run['type']) {
    case 'text':
      return text(run['text']);
    case 'user':
      return `@${names.person(text(run['user_id']))}`;
    case 'channel':
      return `#${names.channel(text(run['channel_id']))}`;
    case 'link':
      return text(run['text']) || text(run['url']);
    case 'emoji':
      return `:${text(run['name'])}:`;
    default:
      return `(${text(run['type'])})`;
  }
}

/** Plain text stands as it is; in Slack's markup, mentions and entities are read as the client reads them. */
function textWords(of: unknown, names: Names): string {
  const words = label(of);
  return record(of)['type'] === 'mrkdwn' ? markupWords(words, names) : words;
}

export function markupWords(words: string, names: Names): string {
  return words
    .replace(/<@([UW]\w+)(?:\|[^>]*)?>/g, (_whole, id: string) => `@${names.person(id)}`)
    .replace(/<#(C\w+)(?:\|[^>]*)?>/g, (_whole, id: string) => `#${names.channel(id)}`)
    .replace(/<!(\w+)[^>]*>/g, (_whole, special: string) => `@${special} (everyone is told)`)
    .replace(/<([^>|]+)\|([^>]+)>/g, '$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
