// Everything that the bot shows in Slack and Teams, as a reader sees it: each view drawn in a browser, whole, with all its words.
// With GALLERY set, in three languages and as pictures in out/ for people to look at; with PICTURES, those of the guides.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, LANGUAGES, LOCALES } from '../../src/bot/texts/language.ts';
import { ACTIONS, TEMPLATES } from '../../src/mentoring/table.ts';
import type { Card } from '../../adapters/teams/render/card.ts';
import { launch } from '../browser/chromium.ts';
import { breachesOf } from '../rooms/teams/render/parsed.ts';
import type { Exhibit } from './exhibit.ts';
import { lookAt } from './look.ts';
import { figureOf } from './paint/figure.ts';
import { hangAll, type Hanging, hangInGuides, type Wall } from './paint/hang.ts';
import { pageOf } from './paint/page.ts';
import { openProgramme, type Programme } from './programme.ts';
import { wordsToSee } from './said.ts';
import { samplerOf } from './sampler.ts';
import { playStory } from './story/index.ts';
import { cardOf } from './teams/card.ts';
import { figureOf as teamsFigureOf } from './teams/figure.ts';
import { lookAtCards } from './teams/look.ts';
import { teamsPage } from './teams/page.ts';
import { wordsInCard } from './teams/said.ts';
import { Tour } from './tour.ts';

const [GALLERY, PICTURES] = [process.env['GALLERY'], process.env['PICTURES']];
const OUT = fileURLToPath(new URL('out/', import.meta.url));
/** A guide in English has pictures of all languages: people in one programme need not share one. */
const IN_GUIDES: Readonly<Record<Language, readonly string[]>> = {
  en: ['cohort', 'home', 'goal-form', 'match-preview'],
  sv: ['check-in'],
  es: ['reveal', 'match-why-not'],
};
const IN_TEAMS_GUIDES: Readonly<Record<Language, readonly string[]>> = { en: ['match-preview', 'reveal'], sv: ['goal-form'], es: ['check-in'] };
const SLACK: Wall = { name: 'Mentor Cycle in Slack', prefix: '', pageOf };
const TEAMS: Wall = { name: 'Mentor Cycle in Teams', prefix: 'teams-', pageOf: teamsPage };
/** For a story and its pictures on a machine with much else to do. */
const PATIENCE = 300_000;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1700, height: 1500 } });
  if (GALLERY) rmSync(OUT, { recursive: true, force: true });
});
afterAll(async () => {
  await browser?.close();
});

describe.each(GALLERY || PICTURES ? LANGUAGES : (['en'] as const))('the bot in Slack and Teams, in "%s"', (language) => {
  let programme: Programme;
  let tour: Tour;
  let all: readonly Hanging[];
  let cards: readonly CardHanging[];

  beforeAll(async () => {
    programme = await openProgramme(language);
    tour = new Tour(programme);
    await playStory(tour);
    const exhibits = onceEach([...tour.exhibits, ...samplerOf(language)]);
    await showPictures(page, exhibits);
    const figures = exhibits.map((exhibit, index) => figureOf(exhibit, index + 1, programme.names));
    const looks = await lookAt(page, await pageOf('Mentor Cycle in Slack', figures.join('\n'), 'alone'));
    expect(looks).toHaveLength(exhibits.length);
    all = looks.flatMap((look, index) => {
      const [exhibit, figure] = [exhibits[index], figures[index]];
      return exhibit && figure !== undefined ? [{ exhibit, figure, look }] : [];
    });
    cards = await inTeams(page, exhibits);
  }, PATIENCE);
  afterAll(() => programme?.close());

  it('shows what every action answers, and every message', () => {
    expect([...ACTIONS.keys(), ...TEMPLATES.keys()].filter((name) => !tour.shown.has(name))).toEqual([]);
    console.log(`gallery: ${all.length} views in "${language}"`);
  });

  it('shows every kind of block and of field that we use', () => {
    const blocks = all.flatMap(({ exhibit }) => exhibit.blocks);
    const fields = blocks.flatMap((block) => (block.type === 'input' ? [block.element.type] : []));
    const sorted = (types: readonly string[]) => [...new Set(types)].sort();
    expect(sorted(blocks.map((block) => block.type))).toEqual(['actions', 'context', 'divider', 'header', 'image', 'input', 'rich_text']);
    expect(sorted(fields)).toEqual([
      ...['checkboxes', 'conversations_select', 'datepicker', 'multi_static_select', 'plain_text_input', 'radio_buttons'],
      ...['static_select', 'timepicker', 'users_select'],
    ]);
  });

  it('is all there: each block, each word, and nothing beside the frame', () => {
    expect(all.flatMap((one, index) => faultsOf(one, index + 1, programme.names))).toEqual([]);
  });

  it('is all there in Teams too', () => {
    expect(cards.length).toBeGreaterThan(all.length / 2);
    expect(cards.flatMap((one, index) => cardFaultsOf(one, index + 1))).toEqual([]);
  });

  it.runIf(GALLERY)(
    'is hung up to be looked at',
    async () => {
      await hangAll(page, join(OUT, language), SLACK, all);
      await hangAll(page, join(OUT, language), TEAMS, cards);
    },
    PATIENCE,
  );

  it.runIf(PICTURES)('is seen in the guides', async () => {
    const sharp = await browser.newPage({ deviceScaleFactor: 2, locale: LOCALES[language] });
    await hangInGuides(sharp, { ...SLACK, prefix: 'slack-' }, all, IN_GUIDES[language]);
    await hangInGuides(sharp, TEAMS, cards, IN_TEAMS_GUIDES[language]);
    await sharp.close();
  });
});

/** What is wrong with a figure. */
function faultsOf({ exhibit, look }: Hanging, number: number, names: Programme['names']): readonly object[] {
  const seen = bare(look.text);
  const unseen = wordsToSee(exhibit.blocks, names).filter((words) => !seen.includes(bare(words)));
  const flat = look.blocks.filter((height) => height < 1).length;
  const missing = exhibit.blocks.length - look.blocks.length;
  if (unseen.length === 0 && flat === 0 && missing === 0 && !look.over) return [];
  return [{ number, name: exhibit.name, reader: exhibit.reader, unseen, flat, missing, over: look.over }];
}

interface CardHanging extends Hanging {
  readonly card: Card;
}

async function inTeams(page: Page, exhibits: readonly Exhibit[]): Promise<readonly CardHanging[]> {
  const drawn = exhibits.flatMap((exhibit) => {
    const card = cardOf(exhibit);
    return card ? [{ exhibit, card }] : [];
  });
  const figures = drawn.map(({ exhibit, card }, index) => teamsFigureOf(exhibit, card, index + 1));
  const looks = await lookAtCards(page, await teamsPage(TEAMS.name, figures.join('\n'), 'alone'));
  expect(looks).toHaveLength(drawn.length);
  return looks.flatMap((look, index) => {
    const [one, figure] = [drawn[index], figures[index]];
    return one && figure !== undefined ? [{ ...one, figure, look }] : [];
  });
}

function cardFaultsOf({ exhibit, card, look }: CardHanging, number: number): readonly object[] {
  const seen = bare(look.text);
  const unseen = wordsInCard(card).filter((words) => !seen.includes(bare(words)));
  const flat = look.blocks.filter((height) => height < 1).length;
  const breaches = breachesOf(card);
  if (unseen.length === 0 && flat === 0 && !look.over && breaches.length === 0) return [];
  return [{ number, name: exhibit.name, reader: exhibit.reader, unseen, flat, over: look.over, breaches }];
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** The same words in the same place need not be looked at twice. */
function onceEach(exhibits: readonly Exhibit[]): readonly Exhibit[] {
  const seen = new Set<string>();
  const unread = new Set(['value', 'block_id']);
  return exhibits.filter(({ place, frame, errors, blocks, picture }) => {
    const key = JSON.stringify([place, frame, errors, blocks], (name, value: unknown) => (unread.has(name) ? undefined : value));
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew || picture !== undefined;
  });
}

/** What a chat would fetch from us is there at its address. */
async function showPictures(on: Page, exhibits: readonly Exhibit[]): Promise<void> {
  const views = exhibits.flatMap(({ shown }) => (shown ? [shown.view] : []));
  const blocks = views.flatMap((view) => (view.type === 'form' ? view.intro : view.blocks));
  const drawn = new Map(blocks.flatMap((block) => (block.block === 'picture' && block.url ? [[block.url, block.svg] as const] : [])));
  await on.unrouteAll();
  await on.route(/\/picture\//, (route) => route.fulfill({ contentType: 'image/svg+xml', body: drawn.get(route.request().url()) ?? '' }));
}
