// A typed line as somebody would have typed it: Teams sends people in marks of its own, and spaces that are none.

import type { Mentioned } from './activity.ts';

const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&nbsp;': ' ', '\u00a0': ' ' };
const SIGN = /&(?:lt|gt|amp|nbsp);|\u00a0/g;

/** `names`: of people mentioned, by user id; where one is missing, the name that Teams gives holds. */
export function lineOf(text: string, mentions: readonly Mentioned[], names: ReadonlyMap<string, string>): string {
  const left = [...mentions];
  // In one go: a name holds as it is, whatever it looks like.
  return text
    .split(/(<at>[^<]*<\/at>)/)
    .map((part) => {
      if (!part.startsWith('<at>')) return part.replace(SIGN, (sign) => SIGNS[sign] ?? sign);
      const place = left.findIndex((one) => one.text === part);
      const [found] = place < 0 ? [] : left.splice(place, 1);
      return `@${found ? (names.get(found.userId) ?? found.name) : part.slice(4, -5)}`;
    })
    .join('')
    .trim();
}
