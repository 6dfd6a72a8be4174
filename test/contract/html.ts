// Reads what stands on a page of ours: words, buttons, and a form with what is filled in.

import type { Filling, SeenForm } from './screen.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

function plain(html: string): string {
  return html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** The words between the tags, one block on a line. */
export function wordsIn(html: string): string {
  const lines = html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    // What is heard of a picture.
    .replace(/<\w+[^>]* role="img" aria-label="([^"]*)"[^>]*>/g, '$1\n')
    .replace(/<\/(?:p|li|h\d|dt|dd|tr|button|header|label|legend)>/g, '\n')
    .replace(/<[^>]*>/g, '');
  return plain(lines)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The value of the button with this label. */
export function pressIn(page: string, label: string): string {
  const reply = /<section class="reply"[\s\S]*?<\/section>/.exec(page)?.[0] ?? page;
  const all = [...reply.matchAll(/<button name="press" value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g)];
  const found = all.find(([, , words = '']) => wordsIn(words.replace(/<span class="visually-hidden">[\s\S]*?<\/span>/g, '')) === label);
  if (!found) throw new Error(`no button ${label} in: ${wordsIn(reply)}`);
  return plain(found[1] ?? '');
}

interface Control {
  readonly name: string;
  readonly kind: 'text' | 'tick' | 'one' | 'list';
  readonly value: string;
  readonly on: boolean;
  /** Of a list: its options by their words. */
  readonly options: ReadonlyMap<string, string>;
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : plain(value);
}

function controlsIn(dialog: string): readonly Control[] {
  const found: Control[] = [];
  const none = new Map<string, string>();
  for (const [whole, tag = '', kind = ''] of dialog.matchAll(/(<(input|textarea|select)\b[^>]*>)(?:[\s\S]*?<\/\2>)?/g)) {
    const name = attribute(tag, 'name') ?? '';
    if (!name.startsWith('f.')) continue;
    const of = { name: name.slice(2), on: true, options: none };
    if (kind === 'textarea')
      found.push({
        ...of,
        kind: 'text',
        value: plain(
          whole
            .slice(tag.length)
            .replace(/<\/textarea>$/, '')
            .replace(/^\n/, ''),
        ),
      });
    else if (kind === 'select') found.push(listed(of.name, whole));
    else {
      const type = attribute(tag, 'type');
      const ticked = type === 'checkbox' || type === 'radio';
      found.push({
        ...of,
        kind: type === 'radio' ? 'one' : ticked ? 'tick' : 'text',
        value: attribute(tag, 'value') ?? '',
        on: !ticked || /\schecked/.test(tag),
      });
    }
  }
  return found;
}

function listed(name: string, select: string): Control {
  const all = [...select.matchAll(/<option value="([^"]*)"([^>]*)>([^<]*)<\/option>/g)];
  const now = all.find(([, , more = '']) => more.includes('selected'))?.[1] ?? '';
  return { name, kind: 'list', value: now, on: true, options: new Map(all.map(([, value = '', , words = '']) => [plain(words), value])) };
}

/** What a browser sends of a form, once a person has filled in these fields. */
export function filledIn(dialog: string, typed: Filling): Readonly<Record<string, readonly string[]>> {
  const sent: Record<string, string[]> = {};
  const put = (name: string, value: string) => (sent[`f.${name}`] ??= []).push(value);
  for (const { name, kind, value, on, options } of controlsIn(dialog)) {
    const own = typed[name];
    if (own === undefined) {
      if (on) put(name, value);
    } else if (kind === 'text') put(name, String(own));
    else if (kind === 'list') put(name, options.get(String(own)) ?? String(own));
    else if (typeof own === 'boolean' ? own : [own].flat().includes(value)) put(name, value);
  }
  return sent;
}

/** The form on the page, with what is typed over what stands in it; `null` where there is none. */
export function dialogIn(page: string, typed: Filling): SeenForm | null {
  const dialog = /<dialog[\s\S]*?<\/dialog>/.exec(page)?.[0];
  if (!dialog) return null;
  const values: Record<string, string | string[] | boolean> = {};
  for (const { name, kind, value, on, options } of controlsIn(dialog)) {
    if (kind === 'text') values[name] = value;
    else if (kind === 'list') values[name] = [...options].find(([words, one]) => one === value && words !== '–')?.[0] ?? '';
    else if (kind === 'one') values[name] = on ? value : (values[name] ?? '');
    else if (value === 'on') values[name] = on;
    else values[name] = [...[values[name] ?? []].flat().map(String), ...(on ? [value] : [])];
  }
  const faults = [...dialog.matchAll(/<p class="error" id="left-f-([\w-]+)-error">([\s\S]*?)<\/p>/g)].map(([, name = '', words = '']) => [
    name,
    wordsIn(words),
  ]);
  const refusal = /<p class="refusal" role="alert">([\s\S]*?)<\/p>/.exec(dialog)?.[1];
  const whole = refusal === undefined ? [] : [['', wordsIn(refusal)]];
  return { words: wordsIn(dialog), values: { ...values, ...typed }, faults: Object.fromEntries([...whole, ...faults]) as Record<string, string> };
}
