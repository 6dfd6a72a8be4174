// Plans written by hand, and the words and blocks that a reader gets of a view.

import { renderMessage } from '../../../../adapters/slack/render/message.ts';
import type { Language } from '../../../../src/bot/texts/language.ts';
import { present } from '../../../../src/bot/views/present.ts';
import type { ShownButton, ShownMessage } from '../../../../src/bot/views/shown.ts';
import { who } from '../../../../src/bot/views/text.ts';
import type { Message } from '../../../../src/bot/views/view.ts';
import type { Fit } from '../../../../src/mentoring/matching/fit.ts';
import type { PreviewLook } from '../../../../src/mentoring/matching/looking/preview-view.ts';
import type { Measures, Plan, PlannedPair } from '../../../../src/mentoring/matching/solving.ts';
import { viewWords } from '../../../support/words.ts';

/** In these tests a participation is named by its own id. */
export const people = (participationId: string) => who(participationId);

export const fit = (score: number, more: Partial<Fit> = {}): Fit => ({
  score,
  reasons: [
    { feature: 'help', points: score - 120, of: 500, shared: ['goals'] },
    { feature: 'language', points: 120, of: 120, shared: ['sv'] },
  ],
  missing: [],
  known: 1000,
  drawn: 0,
  ...more,
});

export const measures: Measures = { matched: 1, possible: 1, worst: 512, mean: 742, best: 910, gini: 62, first: 14, topThree: 20, blocking: 0 };

export function pairOf(menteeId: string, mentorId: string, more: Partial<PlannedPair> = {}): PlannedPair {
  return { menteeId, mentorId, fit: fit(742), locked: false, open: false, ...more };
}

export function planOf(more: Partial<Plan> = {}): Plan {
  const pairs = more.pairs ?? [pairOf('Bo', 'Carmen')];
  return {
    ...{ left: [], idle: [], broken: [], moved: [], stages: [], proof: 'proved', looked: 600, seen: 'seen', ms: 1 },
    measures: { ...measures, matched: pairs.length, possible: pairs.length },
    price: { mean: 742, worst: 512, first: 14 },
    ...more,
    pairs,
  };
}

export function lookOf(plan: Plan, more: Partial<PreviewLook> = {}): PreviewLook {
  return { cohort: { id: 'c1', name: 'Autumn 2026' }, plan, people, may: true, from: 0, mode: 'gentle', weighing: 0, ...more };
}

export async function shown(view: Message, language: Language = 'en', name = (id: string) => id): Promise<ShownMessage> {
  return present(view, {
    reader: { language, timeZone: 'Europe/Stockholm', terms: {} },
    names: (ids) => Promise.resolve(new Map(ids.map((id) => [id, name(id)]))),
    seal: (action, about) => JSON.stringify([action, about]),
    opensForm: () => false,
    addressOf: () => null,
  });
}

export async function wordsOf(view: Message, language?: Language): Promise<string> {
  return viewWords(await shown(view, language));
}

/** As somebody presses it. */
export interface Pressed {
  readonly button: ShownButton;
  readonly about: Readonly<Record<string, unknown>>;
}

export async function buttonsOf(view: Message, action: string): Promise<readonly Pressed[]> {
  const { blocks } = await shown(view);
  const buttons = blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : [])).filter((button) => button.action === action);
  return buttons.map((button) => ({ button, about: (JSON.parse(button.token) as [string, Record<string, unknown>])[1] }));
}

/** What Slack gets, with names as long as they come. */
export async function slackOf(view: Message, language: Language = 'en') {
  const long = (id: string) => `${id} Lindqvist Rivas`;
  return renderMessage(await shown(view, language, long), new Map());
}
