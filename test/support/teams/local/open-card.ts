// A card as one person has it before them: what they have typed into it, what they have unfolded, what it says of mistakes.

import { isRecord, type Json, list, record, text } from '../../slack/local/json.ts';
import { clientFault, filled, type Filling, firstValue, idOf, sentValue, shownValue } from './inputs.ts';
import type { People } from './people.ts';
import { cardWords } from './words.ts';

/** Something in a card, with the buttons that must be unfolded for it to be seen, the outermost first. */
interface Found {
  readonly json: Json;
  readonly under: readonly Json[];
}

export class OpenCard {
  readonly card: Json;
  /** What Teams' client says at the fields, by id. */
  errors: Readonly<Record<string, string>> = {};
  private readonly people: People;
  private readonly values = new Map<string, string>();
  private readonly unfolded = new Set<Json>();

  constructor(card: Json, people: People) {
    this.card = card;
    this.people = people;
    for (const { json } of inputsIn(card)) this.values.set(idOf(json), firstValue(json));
  }

  get words(): string {
    return cardWords(this.card, {
      value: (input) => shownValue(input, this.valueOf(idOf(input)), this.people),
      error: (input) => this.errors[idOf(input)],
      isUnfolded: (action) => this.unfolded.has(action),
    }).join('\n');
  }

  /** The fields that can be seen. */
  get inputs(): readonly Json[] {
    return inputsIn(this.card)
      .filter((found) => this.isSeen(found))
      .map(({ json }) => json);
  }

  /** The buttons that can be seen, those that were unfolded first: they stand where one looks. */
  get buttons(): readonly Json[] {
    const seen = actionsIn(this.card).filter((found) => this.isSeen(found));
    return seen.toSorted((a, b) => b.under.length - a.under.length).map(({ json }) => json);
  }

  valueOf(id: string): string {
    return this.values.get(id) ?? '';
  }

  shown(input: Json): string {
    return shownValue(input, this.valueOf(idOf(input)), this.people);
  }

  /** By label, by id, or by the name that follows `f.` in it. */
  fill(name: string, filling: Filling): void {
    const found = this.inputs.find((input) => input['label'] === name || [name, `f.${name}`].includes(idOf(input)));
    if (!found) throw new Error(`no field ${name}; there are: ${this.inputs.map((one) => text(one['label'])).join(', ')}`);
    this.values.set(idOf(found), filled(found, filling, this.people));
  }

  unfold(action: Json): void {
    if (this.unfolded.has(action)) this.unfolded.delete(action);
    else this.unfolded.add(action);
  }

  /** In the card that a button unfolds, the one of the same label. */
  questionOf(action: Json): Json | undefined {
    return list(record(action['card'])['actions']).find((inner) => inner['title'] === action['title']);
  }

  /** What a button sends: its own data, with the fields of its card and of those around it; `null` where one of them is at fault. */
  press(action: Json): Json | null {
    const { under = [] } = actionsIn(this.card).find(({ json }) => json === action) ?? {};
    const data = record(action['data']);
    if (action['associatedInputs'] === 'none') return data;
    const beside = inputsIn(this.card).filter((input) => input.under.every((one) => under.includes(one)));
    const faults = beside.flatMap(({ json }) => {
      const fault = clientFault(json, this.valueOf(idOf(json)));
      return fault === null ? [] : [[idOf(json), fault] as const];
    });
    this.errors = Object.fromEntries(faults);
    if (faults.length > 0) return null;
    const sent = beside.map(({ json }) => [idOf(json), sentValue(json, this.valueOf(idOf(json)))] as const).filter(([, value]) => value !== undefined);
    return { ...data, ...Object.fromEntries(sent) };
  }

  private isSeen({ under }: Found): boolean {
    return under.every((action) => this.unfolded.has(action));
  }
}

function inputsIn(card: Json): readonly Found[] {
  return [...partsOf(card, [])].filter(({ json }) => text(json['type']).startsWith('Input.'));
}

function actionsIn(card: Json): readonly Found[] {
  return [...partsOf(card, [])].filter(({ json }) => text(json['type']).startsWith('Action.'));
}

/** All elements and buttons of a card, in the order in which they stand. */
function* partsOf(of: Json, under: readonly Json[]): Generator<Found> {
  if (of['isVisible'] === false) return;
  for (const key of ['body', 'items', 'columns', 'rows', 'cells']) {
    for (const json of list(of[key])) {
      yield { json, under };
      yield* partsOf(json, under);
    }
  }
  for (const json of list(of['actions'])) {
    yield { json, under };
    if (isRecord(json['card'])) yield* partsOf(json['card'], [...under, json]);
  }
}
