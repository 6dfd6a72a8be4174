// Settings tried out before they are saved: what they would mean for the people of a cohort, and saving them.

import { z } from 'zod';
import { choice, id, optionalLine, wholeNumber } from '../../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../../bot/actions/outcome.ts';
import { say, type Text, who } from '../../../bot/views/text.ts';
import type { Form, Message } from '../../../bot/views/view.ts';
import { type Actor, mayIn } from '../../people/index.ts';
import type { Cohort } from '../../programme/index.ts';
import { type AnyAction, type Context, define } from '../../store.ts';
import { ask, snapshotOf } from '../asking.ts';
import { poolOf } from '../pool.ts';
import type { Settings } from './settings.ts';
import { decoded } from './schema.ts';
import { noted } from './steps.ts';
import { isSame, nextWeighing, type Present, weighingOf } from './weighings.ts';
import { effectPage, type Page, PAGES, plainPage } from './effect.ts';

export const mayMatch = (actor: Actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'match');
export const ofCohort = ({ tx }: Context, { cohort }: { readonly cohort: string }) => tx.cohorts.get(cohort);

/** What a form or button begins from: settings that were tried already, or those that count. `null` where they cannot be read. */
export async function begunFrom(context: Context, cohort: Cohort, code: string): Promise<Settings | null> {
  return code === '' ? (await weighingOf(context.tx, cohort.programmeId)).settings : decoded(code);
}

/** What the forms of settings begin from. */
export const begun = { cohort: id(), settings: optionalLine(200) };

/** Opens a form of settings, with those that count or those that were tried last. */
export function settingsForm(name: string, page: Page, build: (cohort: Cohort, settings: Settings, code: string) => Form): AnyAction {
  return define({
    name,
    opens: 'form',
    version: 1,
    look: true,
    input: z.object(begun),
    subject: ofCohort,
    may: mayMatch,
    async run(context, { settings: code }, cohort) {
      const settings = await begunFrom(context, cohort, code);
      return settings ? done(build(cohort, settings, code)) : oldButton(cohort, page);
    },
  });
}

/** The page that shows what settings would change. Nothing is saved. */
export async function tried(context: Context, cohort: Cohort, page: Page, settings: Settings, opening?: Text): Promise<Message> {
  const pool = await poolOf(context.tx, cohort);
  if (isSame(pool.settings, settings)) return plainPage(cohort, page, opening ?? say('weights.same'));
  const comparison = await ask(context, 'whatIf', snapshotOf(pool), { change: { change: 'settings', settings } });
  return effectPage({ pool, page, settings, comparison, may: mayMatch(context.actor, cohort) }, opening);
}

/** The button is older than what settings are today, or was altered. */
export function oldButton(cohort: Cohort, page: Page): Outcome {
  return refused(say('weights.old'), { answer: plainPage(cohort, page, say('weights.old')) });
}

/** From the buttons of the dial. */
const trySettings = define({
  name: 'matching.trySettings',
  version: 1,
  look: true,
  input: z.object({ cohort: id(), page: choice(PAGES), settings: optionalLine(200) }),
  subject: ofCohort,
  may: mayMatch,
  async run(context, { page, settings: code }, cohort) {
    const settings = decoded(code);
    return settings ? done(await tried(context, cohort, page, settings)) : oldButton(cohort, page);
  },
});

/** `number` is the version that stood on the page: what has been decided since is shown, not written over. */
const save = define({
  name: 'matching.saveSettings',
  version: 1,
  input: z.object({ cohort: id(), page: choice(PAGES), settings: optionalLine(200), number: wholeNumber(0, 1_000_000) }),
  subject: ofCohort,
  may: mayMatch,
  async run(context, { page, settings: code, number }, cohort) {
    const settings = decoded(code);
    if (!settings) return oldButton(cohort, page);
    const present = await weighingOf(context.tx, cohort.programmeId);
    if (present.number !== number) return moved(context, cohort, page, { settings, present });
    if (isSame(present.settings, settings)) return done(plainPage(cohort, page, say('weights.same')));
    const { tx, actor, now, ids } = context;
    const { number: to } = await nextWeighing(context, cohort, number, settings);
    noted(tx, { id: ids.next(), cohortId: cohort.id, about: { kind: 'settings', from: number, to }, createdBy: actor.personId, createdAt: now });
    return done(plainPage(cohort, page, say('weights.saved', { number: to })));
  },
});

/** Somebody else was faster: the reader sees what their own change would mean by now. */
async function moved(context: Context, cohort: Cohort, page: Page, of: { readonly settings: Settings; readonly present: Present }): Promise<Outcome> {
  const { settings, present } = of;
  const by = { person: who(present.saved?.createdBy ?? ''), number: present.number };
  const text = isSame(present.settings, settings) ? say('weights.moved.same', by) : say('weights.moved', by);
  return refused(text, { answer: await tried(context, cohort, page, settings, text) });
}

export const TRYING: readonly AnyAction[] = [trySettings, save];
