// Answering a check-in: one click for both, and a week to think again.

import { z } from 'zod';
import { choice, id, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { onDay, say, type Text } from '../../bot/views/text.ts';
import { message, paragraph } from '../../bot/views/view.ts';
import { type Civil, isCivil } from '../../time.ts';
import { civilIn, daysBetween, plusDays } from '../calendar/index.ts';
import { membersOf, type Pair } from '../cycle/index.ts';
import type { Actor } from '../people/actor.ts';
import { type Context, define, type Tx } from '../store.ts';
import type { Answer, Checkin } from './checkin.ts';
import { isMember } from './mine.ts';
import { close, planOn, rhythmDay } from './planning.ts';
import { changeable, laterOf, settledBy } from './rules.ts';
import { changeForm } from './views.ts';

const GIVEN = ['met', 'planned', 'not_yet'] as const;
const FARTHEST = 62;

interface About {
  readonly recent: readonly Checkin[];
  /** Not read where the question itself names the person. */
  readonly pair: Pair | null;
}

/** The pair's latest check-ins: enough to see whether this is the newest, and what is planned next. */
async function recentOf(tx: Tx, input: { readonly checkin: string; readonly pair?: string | undefined }): Promise<Checkin[]> {
  const pairId = input.pair ?? (await tx.checkins.get(input.checkin))?.pairId;
  return pairId === undefined ? [] : tx.checkins.find({ pairId }, { by: 'number', descending: true, limit: 6 });
}

function mayAnswer(actor: Actor, { recent, pair }: About): boolean {
  return pair ? isMember(actor, pair) : recent.some((checkin) => checkin.asked.includes(actor.personId));
}

export const answer = define({
  name: 'meetings.answer',
  version: 1,
  input: z.object({ checkin: id(), pair: id().optional(), answer: choice(GIVEN) }),
  async subject({ tx, actor }, input): Promise<About | null> {
    const recent = await recentOf(tx, input);
    const pressed = recent.find((checkin) => checkin.id === input.checkin);
    if (!pressed) return null;
    // Whoever was asked is one of the two; the pair is read for a person whose turn has not come, and to note a meeting.
    const needed = input.answer === 'met' || !pressed.asked.includes(actor.personId);
    return { recent, pair: needed ? await tx.pairs.get(pressed.pairId) : null };
  },
  may: mayAnswer,
  async run({ tx, actor, now }, input, { recent, pair }) {
    const settled = settledBy(recent, input.checkin);
    if (settled === null || settled === 'newer') return refused(say('meetings.ask.newer'));
    if (settled === 'known') return done();
    for (const checkin of settled) close(tx, { ...checkin, state: 'answered', answer: input.answer, answeredBy: actor.personId, answeredAt: now }, now);
    if (input.answer === 'met' && pair) tx.pairs.put({ ...pair, lastMetOn: laterOf(pair.lastMetOn, civilIn(now, actor.timeZone)) });
    return done();
  },
});

interface Changing {
  readonly recent: readonly Checkin[];
  readonly pair: Pair;
}

const about = { pair: id(), checkin: id() };

async function changing({ tx }: Context, input: { readonly pair: string; readonly checkin: string }): Promise<Changing | null> {
  const recent = await recentOf(tx, input);
  const pair = recent.some((checkin) => checkin.id === input.checkin) ? await tx.pairs.get(input.pair) : null;
  return pair && { recent, pair };
}

function mayChangeIt(actor: Actor, { pair }: Changing): boolean {
  return isMember(actor, pair) && pair.state === 'active';
}

export const change = define({
  name: 'meetings.change',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object(about),
  subject: changing,
  may: mayChangeIt,
  async run({ tx, actor, now }, input, { recent, pair }) {
    const checkin = changeable(recent, input.checkin, now);
    if (!checkin) return refused(say('meetings.change.tooLate'));
    const partner = [...(await membersOf(tx, [pair])).values()].find((member) => member.personId !== actor.personId);
    return done(changeForm(checkin, partner?.personId ?? '', checkin.answer === 'met' ? pair.lastMetOn : null));
  },
});

export const changed = define({
  name: 'meetings.changed',
  version: 1,
  input: z.object({ ...about, answer: choice(GIVEN), on: optionalLine(40) }),
  subject: changing,
  may: mayChangeIt,
  async run({ tx, actor, now }, input, { recent, pair }): Promise<Outcome> {
    const checkin = changeable(recent, input.checkin, now);
    if (!checkin) return refused(say('meetings.change.tooLate'));
    const today = civilIn(now, actor.timeZone);
    const startedOn = civilIn(pair.startedAt, actor.timeZone);
    const fault = dayFault(input, today, startedOn);
    if (fault) return refused(say('error.form'), { fields: { on: fault } });

    const on = isCivil(input.on) ? input.on : null;
    close(tx, { ...checkin, answer: input.answer, answeredBy: actor.personId, answeredAt: now }, now);
    tx.pairs.put({ ...pair, lastMetOn: metOn({ pair, recent, checkin, answer: input.answer, on, today }, actor) });
    const planned = recent.find((one) => one.state === 'planned');
    const meetsOn = input.answer === 'planned' ? on : null;
    if (planned && meetsOn) planOn(tx, planned, plusDays(meetsOn, 1), actor);
    // What was moved for a day that no longer holds goes back to the rhythm.
    else if (planned && checkin.answer === 'planned') planOn(tx, planned, rhythmDay(checkin.dueAt, pair, now, actor), actor);
    return done(message([paragraph(meetsOn ? say('meetings.change.doneDay', { day: onDay(meetsOn) }) : say('meetings.change.done'))]));
  },
});

/** What is wrong with the day, given the answer; a day beside "not yet" says nothing and is let be. */
function dayFault(given: { readonly answer: Answer; readonly on: string }, today: Civil, startedOn: Civil): Text | null {
  const { answer, on } = given;
  if (on === '' || answer === 'not_yet') return null;
  if (!isCivil(on)) return say('error.notADate');
  if (answer === 'met' && on > today) return say('meetings.error.future');
  if (answer === 'met' && on < startedOn) return say('meetings.error.beforeStart', { day: onDay(startedOn) });
  if (answer === 'planned' && on < today) return say('error.past');
  return daysBetween(today, on) > FARTHEST ? say('meetings.error.far') : null;
}

/** The day of the last meeting once an answer has been changed: a meeting that was not one no longer counts. */
function metOn(
  of: {
    readonly pair: Pair;
    readonly recent: readonly Checkin[];
    readonly checkin: Checkin;
    readonly answer: Answer;
    readonly on: Civil | null;
    readonly today: Civil;
  },
  actor: Actor,
): Civil | null {
  const { pair, recent, checkin, answer, on, today } = of;
  const earlier = recent.find((other) => other.number < checkin.number && other.answer === 'met' && other.answeredAt !== null);
  const before = checkin.answer === 'met' ? (earlier?.answeredAt ? civilIn(earlier.answeredAt, actor.timeZone) : null) : pair.lastMetOn;
  if (answer !== 'met') return before;
  return laterOf(before, on ?? (checkin.answer === 'met' ? pair.lastMetOn : null) ?? today);
}
