// `/join/CODE`: what a stranger with a phone sees at a mingle. Whole in itself: no script, no font, no picture from elsewhere.

import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import { type Reader, wordsOf } from '../../src/bot/texts/format.ts';
import { isLanguage, LANGUAGES, type Language, languageOf } from '../../src/bot/texts/language.ts';
import { RING_SIZE, ringArcs } from '../../src/bot/views/ring.ts';
import { onDay, quote, say, type Text } from '../../src/bot/views/text.ts';
import type { JoinPage, Links } from '../../src/links.ts';

const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ground: #f4f6f6; --ink: #16211f; --soft: #55625f; --line: #d5dddb; --accent: #0b6b61; --tint: #e6f2f0; }
@media (prefers-color-scheme: dark) { :root { --paper: #171d1c; --ground: #0f1413; --ink: #e8efed; --soft: #a3b1ae; --line: #2f3a38; --accent: #6fd3c5; --tint: #1b2f2c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
.page { max-width: 36rem; margin: 0 auto; padding: 24px 24px 48px; }
header { display: flex; align-items: center; justify-content: space-between; flex-wrap: wrap; gap: 8px 16px; margin-bottom: 32px; }
.brand { display: flex; align-items: center; gap: 8px; margin: 0; color: var(--soft); }
svg { width: 32px; height: 32px; stroke: var(--accent); stroke-width: 6; }
.faint { opacity: 0.3; }
nav { margin: 0 -8px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 4px; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: 8px; color: var(--accent); }
nav a[aria-current] { color: var(--ink); text-decoration: none; font-weight: 600; }
h1 { margin: 0 0 16px; font-size: clamp(1.625rem, 1.2rem + 2.4vw, 2.25rem); line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 40px 0 8px; font-size: 1.25rem; line-height: 1.3; }
p { margin: 0 0 16px; text-wrap: pretty; }
.starts, .ways { margin: 0 0 16px; padding: 0; list-style: none; }
.starts li { margin-bottom: 8px; padding: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.starts strong { display: block; font-size: 1.125rem; }
.day { display: block; text-wrap: balance; }
.state { display: block; color: var(--soft); }
.open { color: var(--accent); font-weight: 600; }
.ways li { margin-bottom: 8px; padding: 12px 16px; border-radius: 8px; background: var(--tint); }
footer { margin-top: 40px; color: var(--soft); font-size: 0.9375rem; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
/** Whoever types it from a poster may type it in capitals. */
const CODE = /^[2-9a-z]{10}$/;
const WAYS = ['slack', 'teams', 'web'] as const;
const NAMES: Readonly<Record<Language, string>> = { en: 'English', sv: 'Svenska', es: 'Español' };

export function joinRoutes({ join }: Pick<Links, 'join'>): Hono {
  const app = new Hono();
  app.get('/join/:code', async (c) => {
    const code = c.req.param('code').toLowerCase();
    const found = CODE.test(code) ? await join(code) : null;
    const language = languageFor(c, found?.language ?? 'en');
    c.header('Content-Security-Policy', POLICY);
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', found ? 'private, max-age=60' : 'no-store');
    c.header('Content-Language', language);
    c.header('Vary', 'Accept-Language');
    return c.html(page(language, found), found ? 200 : 404);
  });
  return app;
}

/** The one that was pressed, else the first of the visitor's that we have. */
function languageFor(c: Context, otherwise: Language): Language {
  const pressed = c.req.query('lang');
  if (isLanguage(pressed)) return pressed;
  const wanted = (c.req.header('Accept-Language') ?? '').split(',').slice(0, 20).map(wantedOf);
  const first = wanted.sort((a, b) => b.weight - a.weight).find(({ tag }) => isLanguage(tag.slice(0, 2).toLowerCase()) && /^..(-|$)/.test(tag));
  return languageOf(first?.tag, otherwise);
}

function wantedOf(part: string): { readonly tag: string; readonly weight: number } {
  const [tag = '', weight = ''] = part.trim().split(/\s*;\s*q=/);
  return { tag, weight: weight === '' ? 1 : Number(weight) || 0 };
}

function page(language: Language, found: JoinPage | null) {
  const reader: Reader = { language, timeZone: 'UTC', terms: found?.terms ?? {}, names: new Map() };
  const words = (text: Text) => wordsOf(text, reader);
  const title = found ? say('passes.page.title', { organisation: quote(found.organisation) }) : say('passes.page.nothing');
  const arcs = ringArcs(found ? 1 : 0, 7).map(({ d, filled }) => html`<path d="${d}" fill="none" class="${filled ? 'full' : 'faint'}"/>`);
  const languages = LANGUAGES.map(
    (one) => html`<li><a href="?lang=${one}" lang="${one}" hreflang="${one}"${one === language ? raw(' aria-current="true"') : ''}>${NAMES[one]}</a></li>`,
  );
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex, nofollow">
    <title>${words(title)}</title>
    <style>${raw(STYLE)}</style>
  </head>
  <body>
    <div class="page">
      <header>
        <p class="brand"><svg viewBox="0 0 ${RING_SIZE} ${RING_SIZE}" aria-hidden="true" focusable="false">${arcs}</svg>${words(say('chat.name'))}</p>
        <nav aria-label="${words(say('passes.page.languages'))}"><ul>${languages}</ul></nav>
      </header>
      <main>
        <h1>${words(title)}</h1>
        ${found ? told(found, words) : html`<p>${words(say('passes.page.nothing.text'))}</p>`}
      </main>
      ${found ? html`<footer><p>${words(say('passes.page.kept'))}</p></footer>` : ''}
    </div>
  </body>
</html>`;
}

function told({ cohorts, platforms }: JoinPage, words: (text: Text) => string) {
  const starts = cohorts.map(
    ({
      name,
      startsOn,
      isOpen,
    }) => html`<li><strong>${name}</strong> <span class="day">${words(say('passes.page.day', { day: onDay(startsOn, 'long'), year: quote(startsOn.slice(0, 4)) }))}</span>
          <span class="state ${isOpen ? 'open' : ''}">${words(say(isOpen ? 'passes.page.open' : 'passes.page.later'))}</span></li>`,
  );
  const ways = WAYS.filter((way) => platforms.includes(way)).map((way) => html`<li>${words(say(`passes.page.${way}`))}</li>`);
  const open = cohorts.some(({ isOpen }) => isOpen);
  return html`<p>${words(say('passes.page.text'))}</p>
        <h2>${words(say('passes.page.starts'))}</h2>
        ${starts.length > 0 ? html`<ul class="starts">${starts}</ul>` : ''}
        ${open ? '' : html`<p>${words(say('passes.page.none'))}</p>`}
        ${open && ways.length > 0 ? html`<h2>${words(say('passes.page.how'))}</h2><ul class="ways">${ways}</ul><p>${words(say('passes.page.wishes'))}</p>` : ''}`;
}
