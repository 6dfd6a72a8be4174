// What a person can do, and nothing else: type a command, press a button of what lies before them, fill in a form and send it.

import { commandIntent } from '../../bot/actions/commands.ts';
import type { Intent, Reply } from '../../bot/actions/dispatch.ts';
import type { ShownButton, ShownForm, ShownInput } from '../../bot/views/shown.ts';
import { COMMANDS } from '../../mentoring/table.ts';
import type { Clock } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import type { Member } from './cast.ts';
import type { House } from './house.ts';
import type { Answers } from './profiles.ts';
import { buttonsOf } from './words.ts';

export interface Acted {
  readonly at: Instant;
  readonly by: Member;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
}

/** How to go on: what to fill in where a form is shown, and which buttons to press where a page is. */
export interface Way {
  readonly answers?: Answers;
  /** Whether to tick one of many, where nothing is ticked yet. */
  readonly ticks?: () => boolean;
  readonly presses?: readonly ((button: ShownButton) => boolean)[];
}

/** Nobody clicks on for ever. */
const MOST_STEPS = 20;

export class Hands {
  readonly acted: Acted[] = [];
  private readonly house: House;
  private readonly clock: Clock;
  private readonly drawn: (member: Member, drawn: NonNullable<Reply['drawn']>) => void;
  private events = 0;

  constructor(house: House, clock: Clock, drawn: (member: Member, drawn: NonNullable<Reply['drawn']>) => void) {
    this.house = house;
    this.clock = clock;
    this.drawn = drawn;
  }

  command(member: Member, line: string, way: Way = {}): Promise<Reply> {
    return this.go(member, commandIntent(COMMANDS, line), way);
  }

  press(member: Member, button: ShownButton, way: Way = {}): Promise<Reply> {
    return this.go(member, { action: button.action, token: button.token, input: {} }, way);
  }

  /** Does the first thing, and goes on as far as the way leads. */
  private async go(member: Member, first: Pick<Intent, 'action' | 'token' | 'input'>, way: Way): Promise<Reply> {
    const ahead = [...(way.presses ?? [])];
    let reply = await this.act(member, first);
    for (let steps = 0; steps < MOST_STEPS && reply.answer; steps++) {
      const view = reply.answer;
      if (view.type === 'form') {
        if (reply.kind === 'refused') break;
        reply = await this.act(member, { action: view.action, token: view.token, input: filledIn(view, way) });
        continue;
      }
      const wanted = ahead.findIndex((fits) => buttonsOf(view).some(fits));
      const fits = ahead[wanted];
      const button = fits && buttonsOf(view).find(fits);
      if (!button) break;
      ahead.splice(0, wanted + 1);
      reply = await this.act(member, { action: button.action, token: button.token, input: {} });
    }
    return reply;
  }

  private async act(member: Member, what: Pick<Intent, 'action' | 'token' | 'input'>): Promise<Reply> {
    const { platform, externalId, name, email, language, timeZone } = member;
    const profile = { name, email, locale: language, timeZone };
    const { tenantId, dispatch } = this.house;
    const reply = await dispatch({ tenantId, caller: { platform, externalId, profile }, eventId: `event-${this.events++}`, ...what });
    this.acted.push({ at: this.clock.now(), by: member, action: what.action, outcome: reply.kind });
    if (reply.drawn) this.drawn(member, reply.drawn);
    return reply;
  }
}

/** What stands in the form already stays, unless the person has an answer of their own. */
function filledIn(form: ShownForm, { answers = {}, ticks }: Way): Record<string, unknown> {
  const values = form.inputs.map((input) => [input.name, own(input, answers[input.name]) ?? ticked(input, ticks) ?? standing(input)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Of a choice, the how manieth, where that is all that the person knows. */
function own(input: ShownInput, answer: unknown): unknown {
  if (input.input !== 'choice' || typeof answer !== 'number') return answer;
  return input.options[Math.min(answer, input.options.length - 1)]?.value;
}

function ticked(input: ShownInput, ticks: Way['ticks']): unknown {
  return ticks && input.input === 'choices' && input.value.length === 0 ? input.options.filter(ticks).map((option) => option.value) : undefined;
}

function standing(input: ShownInput): unknown {
  if (input.input === 'agree') return input.required || input.value ? true : undefined;
  if (input.input === 'choice' && input.value === '' && input.required) return input.options[0]?.value;
  return input.value;
}

/** Presses a button of this action, whichever comes first. */
export function of(action: string): (button: ShownButton) => boolean {
  return (button) => button.action === action;
}
