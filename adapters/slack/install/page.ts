// The page at the end of an installation: whole in itself, without scripts, pictures from elsewhere or a word to anybody.

import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import type { Language } from '../../../src/bot/texts/language.ts';
import { RING_SIZE, ringArcs } from '../../../src/bot/views/ring.ts';
import { quote, say, type Text } from '../../../src/bot/views/text.ts';
import { PATHS } from '../settings.ts';

const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #16211f; --accent: #0b6b61; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --paper: #171d1c; --ink: #e8efed; --accent: #6fd3c5; --on-accent: #06231f; } }
body { margin: 0 auto; max-width: 32rem; padding: 16vh 24px 24px; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif; }
svg { width: 64px; height: 64px; stroke: var(--accent); stroke-width: 5; }
.faint { opacity: 0.3; }
h1 { margin: 24px 0 8px; font-size: 1.75rem; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: 0 0 16px; }
a { display: inline-block; margin-top: 8px; padding: 12px 24px; border-radius: 8px; background: var(--accent); color: var(--on-accent); text-decoration: none; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
`;

/** No script, no frame, no picture; and the address, which holds what Slack sent along, goes nowhere. */
export const HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

export type Failure = 'cancelled' | 'stranger' | 'fault';

/** `name`: of the workspace or the enterprise; `open`: where it is to be found. */
export function donePage(language: Language, of: { readonly name: string; readonly open: string }) {
  return page(language, {
    title: say('install.done.title', { name: quote(of.name) }),
    texts: [say('install.done.text'), say('install.done.who')],
    link: { to: of.open, text: say('install.done.open') },
    stages: 1,
  });
}

export function failedPage(language: Language, failure: Failure) {
  return page(language, {
    title: say('install.failed.title'),
    texts: [say(`install.failed.${failure}`)],
    link: { to: PATHS.install, text: say('install.failed.again') },
    stages: 0,
  });
}

interface Content {
  readonly title: Text;
  readonly texts: readonly Text[];
  readonly link: { readonly to: string; readonly text: Text };
  readonly stages: number;
}

function page(language: Language, { title, texts, link, stages }: Content) {
  const words = (text: Text) => wordsOf(text, { language, timeZone: 'UTC', terms: {}, names: new Map() });
  const arcs = ringArcs(stages, 7).map(({ d, filled }) => html`<path d="${d}" fill="none" class="${filled ? 'full' : 'faint'}"/>`);
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words(say('chat.name'))}</title>
    <style>${raw(STYLE)}</style>
  </head>
  <body>
    <svg viewBox="0 0 ${RING_SIZE} ${RING_SIZE}" aria-hidden="true" focusable="false">${arcs}</svg>
    <main>
      <h1>${words(title)}</h1>
      ${texts.map((text) => html`<p>${words(text)}</p>`)}
      <a href="${link.to}">${words(link.text)}</a>
    </main>
  </body>
</html>`;
}
