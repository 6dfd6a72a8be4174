// A slash command as somebody would have typed it: Slack sends people, channels and links in marks of its own.

const MARK = /<(?:([@#!])([^|<>]*)|([^|<>@#!][^|<>]*))(?:\|([^<>]*))?>/g;
const SIGN = /&(?:lt|gt|amp);/g;
const MARK_OR_SIGN = new RegExp(`${MARK.source}|${SIGN.source}`, 'g');
const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The Slack ids of the people mentioned in a text. */
export function mentionedIn(text: string): string[] {
  return [...text.matchAll(MARK)].flatMap(([, kind, id]) => (kind === '@' && id ? [id] : []));
}

/** `names`: of people mentioned, by Slack id; where one is missing, the name that Slack gives holds. */
export function lineOf(text: string, names: ReadonlyMap<string, string>): string {
  // In one go: a name holds as it is, whatever it looks like.
  return text.replace(MARK_OR_SIGN, (found: string, kind: string | undefined, id = '', link = '', label = '') => {
    if (found.startsWith('&')) return unescaped(found);
    if (kind === '@') return `@${names.get(id) ?? unescaped(label || id)}`;
    return unescaped(label || link.replace(/^mailto:/, '') || id);
  });
}

function unescaped(text: string): string {
  return text.replace(SIGN, (sign) => SIGNS[sign] ?? sign);
}
