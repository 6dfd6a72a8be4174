// A form as a card: what is wrong right at its fields, everything as it was typed, and the form itself with its buttons.

import { type Language, languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownForm, Spans } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import type { Typed } from '../translate/values.ts';
import { allOf, somethingOf } from './blocks.ts';
import { actionSets, type Place } from './buttons.ts';
import type { Action, Card, Element } from './card.ts';
import { firstOf, fitted, sizeOf } from './fit.ts';
import { renderInput } from './inputs.ts';
import { kept } from './kept.ts';
import { LIMITS } from './limits.ts';
import { emptyCard, titleOf } from './message.ts';
import { sendData } from './press.ts';
import { richBlocks } from './rich.ts';
import { label, type Look, run, runs } from './text.ts';

export interface Refilled {
  readonly place: Exclude<Place, 'page'>;
  /** Why it was not taken. */
  readonly text?: Spans;
  readonly fields?: Readonly<Record<string, string>>;
  /** What was typed before, people as Microsoft's ids of them. */
  readonly typed?: Typed;
  /** Microsoft's ids of people, by person id. */
  readonly people?: ReadonlyMap<string, string>;
  /** The written reference of the channel where the reader is. */
  readonly here?: string;
}

const FAULT: Look = { weight: 'bolder', color: 'attention' };
/** That it is a fault is not told by colour alone. */
const SIGN = '⚠ ';
/** How many bytes each field may take: each time a sixth less. */
const SHARES = Array.from({ length: 24 }, (_, step) => Math.floor(LIMITS.refilled * (5 / 6) ** step));
const FEWEST = SHARES.at(-1) ?? 0;

/** Where there is too much, the introduction gives way first; what was typed may take more room than anything else. */
export function renderForm(form: ShownForm, how: Refilled): Card {
  const language = languageOf(form.language, 'en');
  const scene = { language, place: how.place, titled: true };
  const fields = (most: number) => fieldsOf(form, how, { language, most });
  const card = (body: readonly Element[], keeping: string) => cardWith(body, buttons(form, how.place, keeping), language);
  const top = [...titleOf(form.title, how.place), ...refusal(form, how)];
  const intro = top.length + form.inputs.length > 0 ? allOf(form.intro, scene) : somethingOf(form.intro, scene);

  const filled = fields(Infinity);
  const whole = card([...top, ...intro, ...filled], kept(form));
  if (sizeOf(whole) <= LIMITS.card) return whole;
  const allowed = sizeOf(card([...top, ...filled], '')) > LIMITS.card - LIMITS.intro ? LIMITS.refilled : LIMITS.card;
  if (sizeOf(whole) <= allowed) return whole;
  const lean = intro.length === 0 ? kept(form) : kept({ ...form, intro: [{ block: 'note', text: [{ text: words(say('chat.cut'), language), from: 'us' }] }] });
  const light = card([...top, ...intro, ...filled], lean);
  if (sizeOf(light) <= allowed) return light;

  for (const keeping of [lean, '']) {
    const size = (most: number) => sizeOf(card([...top, ...fields(most)], keeping));
    const most = firstOf(SHARES, (share) => size(share) <= LIMITS.refilled - LIMITS.intro);
    if (most === undefined) continue;
    const room = Math.max(LIMITS.card - size(most), LIMITS.intro) - 1;
    return card([...top, ...fitted(intro, room, language), ...fields(most)], keeping);
  }
  const room = LIMITS.refilled - sizeOf(card([], ''));
  return card(fitted([...top, ...fields(FEWEST)], room, language), '');
}

/** The refusal in words, and the faults of fields that this form does not have. */
function refusal(form: ShownForm, { text = [], fields = {} }: Refilled): Element[] {
  const names = new Set(form.inputs.map((input) => input.name));
  const strays = Object.entries(fields).filter(([name]) => !names.has(name));
  return [...richBlocks(runs(text, FAULT)), ...strays.flatMap(([, fault]) => faultOf(fault))];
}

interface Room {
  readonly language: Language;
  readonly most: number;
}

/** Each fault right above its input, where a screen reader comes by before it. */
function fieldsOf(form: ShownForm, how: Refilled, { language, most }: Room): Element[] {
  const { typed, people = new Map<string, string>(), here, fields = {} } = how;
  const lenient = form.also.length > 0;
  const filling = { language, people, lenient, most, ...(typed ? { typed } : {}), ...(here === undefined ? {} : { here }) };
  return form.inputs.flatMap((input) => {
    const fault = Object.hasOwn(fields, input.name) ? faultOf(fields[input.name] ?? '') : [];
    return [...fault, ...renderInput(input, filling)].map((element, index) => ({ ...element, spacing: index === 0 ? 'large' : 'small' }));
  });
}

function faultOf(fault: string): Element[] {
  return richBlocks(run(`${SIGN}${fault}`, FAULT));
}

/** One to send the form with; the others let it be sent otherwise, such as half filled in. */
function buttons(form: ShownForm, place: Place, keeping: string): readonly Action[] {
  const sending = (title: string, next?: string): Action => {
    const data = sendData(form, keeping, next);
    const titled = { title: label(title, LIMITS.button), data };
    return place === 'dialog' ? { type: 'Action.Submit', ...titled } : { type: 'Action.Execute', verb: data.verb, ...titled };
  };
  return [{ ...sending(form.submit), style: 'positive' }, ...form.also.map(({ label: title, next }) => sending(title, next))];
}

/** The first buttons stand below the card; the seldom others, in it. */
function cardWith(body: readonly Element[], actions: readonly Action[], language: Language): Card {
  return { ...emptyCard(language), body: [...body, ...actionSets(actions.slice(LIMITS.actions))], actions: actions.slice(0, LIMITS.actions) };
}
