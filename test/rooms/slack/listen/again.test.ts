// An open form once more after a refusal: any form of ours, with whatever stands in it and whatever is wrong with it, is
// one that Slack takes, carries the same seal, and has lost nothing (E9.4, F15).

import type { ModalView } from '@slack/types';
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { again } from '../../../../adapters/slack/render/again.ts';
import { checkView } from '../../../../adapters/slack/render/check.ts';
import { renderForm } from '../../../../adapters/slack/render/modal.ts';
import { tidy } from '../../../../adapters/slack/render/text.ts';
import { type OpenView, submissionIn } from '../../../../adapters/slack/translate/payloads.ts';
import { typedIn } from '../../../../adapters/slack/translate/values.ts';
import type { Reply } from '../../../../src/bot/actions/dispatch.ts';
import { elementsOf } from '../../../support/slack/local/blocks.ts';
import { fieldKey, firstValues, stateValues } from '../../../support/slack/local/form.ts';
import { list, record } from '../../../support/slack/local/json.ts';
import { MENTIONS, Random } from '../render/random.ts';

type Blocks = readonly Readonly<Record<string, unknown>>[];
type Refusal = Pick<Reply, 'text' | 'fields'>;

/** What somebody might put into a field, or leave in it. */
function typed(random: Random, element: Readonly<Record<string, unknown>>, first: unknown): unknown {
  const options = [...list(element['options']), ...list(element['option_groups']).flatMap((group) => list(group['options']))];
  if (random.chance(3)) return first;
  switch (element['type']) {
    case 'plain_text_input':
      return random.text().slice(0, Number(element['max_length'])) || null;
    case 'static_select':
    case 'radio_buttons':
      return random.chance(5) ? null : random.pick(options);
    case 'checkboxes':
    case 'multi_static_select':
      return options.filter(() => random.chance(3));
    case 'datepicker':
      return random.pick([null, '2027-01-31']);
    case 'timepicker':
      return random.pick([null, '12:30']);
    case 'users_select':
      return random.pick([null, 'U0NOBODY']);
    case 'conversations_select':
      return random.pick([null, 'C0OTHER']);
    default:
      throw new Error(`no ${String(element['type'])} is expected in a form of ours`);
  }
}

/** The open form as Slack would send it, through the same door as in life. */
function open(view: ModalView, values?: ReadonlyMap<string, unknown>): OpenView {
  const state = { values: stateValues(view.blocks, values ?? firstValues(view.blocks)) };
  const sent = submissionIn(JSON.parse(JSON.stringify({ user: { id: 'U1' }, view: { ...view, id: 'V1', hash: 'h', state } })));
  if (!sent) throw new Error('this form could not be sent');
  return sent.view;
}

function refusal(random: Random): Refusal {
  const names = random.many(6, (index) => (random.chance(4) ? `none-${index}` : `field-${index}`));
  const fields = Object.fromEntries(names.map((name) => [name, random.text() || 'wrong']));
  return { text: random.spans(), ...(random.chance(4) ? {} : { fields }) };
}

/** Without what no reader sees and Slack does not take. */
function tidied(values: unknown): unknown {
  return JSON.parse(JSON.stringify(values), (_key, value: unknown) => (typeof value === 'string' ? tidy(value) || null : value)) as unknown;
}

const inputsOf = (blocks: Blocks) => blocks.filter(({ type }) => type === 'input');
const idsOf = (blocks: Blocks) => inputsOf(blocks).map((block) => [block['block_id'], record(block['element'])['action_id']]);

function cases(plays: (random: Random, view: ModalView) => void, numRuns = 400): void {
  assert(
    property(integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const random = new Random(seed);
      plays(random, renderForm(random.form(), { mentions: MENTIONS }));
    }),
    { numRuns },
  );
}

const INPUTS = ['a', 'b'].map((name) => ({ name, input: 'line', label: name, required: true, max: 100, value: '' }) as const);
const FORM = { type: 'form', language: 'en', title: 'T', intro: [], inputs: INPUTS, submit: 'S', cancel: 'C', also: [], action: 'x', token: 'k.t' } as const;

describe('an open form after a refusal', () => {
  it('is one that Slack takes, with the same seal, the same fields in the same order, and all that was typed', () => {
    cases((random, view) => {
      const first = firstValues(view.blocks);
      const values = new Map(
        elementsOf(view.blocks).flatMap((found) =>
          first.has(fieldKey(found)) ? [[fieldKey(found), typed(random, found.element, first.get(fieldKey(found)))]] : [],
        ),
      );
      const sent = open(view, values);
      const next = again(sent, refusal(random));
      expect(checkView(next)).toEqual([]);
      expect(next.private_metadata).toBe(view.private_metadata);
      expect(next.callback_id).toBe(view.callback_id);
      expect([next.title, next.submit?.text, next.close?.text]).toMatchObject([{ text: view.title.text }, view.submit?.text, view.close?.text]);
      expect(idsOf(next.blocks as unknown as Blocks)).toEqual(idsOf(view.blocks as unknown as Blocks));
      expect(stateValues(next.blocks, firstValues(next.blocks))).toEqual(tidied(sent.state?.values));
      expect(typedIn(open(next).state?.values)).toEqual(typedIn(tidied(sent.state?.values)));
    });
  });

  it('has the buttons that it had', () => {
    const actions = (view: { readonly blocks: readonly unknown[] }) =>
      (view.blocks as Blocks).filter(({ type, elements }) => type === 'actions' && JSON.stringify(elements).includes('"also.'));
    cases((random, view) => expect(actions(again(open(view), refusal(random)))).toEqual(actions(view)), 100);
  });

  it('says what is wrong once: the next refusal takes the place of the one before', () => {
    cases((random, view) => {
      const [first, second] = [refusal(random), refusal(random)];
      const once = again(open(view), second);
      expect(again(open(again(open(view), first)), second)).toEqual(once);
      expect(again(open(once), second)).toEqual(once);
    }, 200);
  });

  it('keeps its fields and says what is wrong also where the form filled the window: the introduction gives way', () => {
    const lines = Array.from({ length: 150 }, (_, index) => ({ block: 'note', text: [{ text: `Note ${index}`, from: 'us' }] }) as const);
    const view = renderForm({ ...FORM, intro: lines }, { mentions: new Map() });
    const next = again(open(view), { text: [{ text: 'Look again', from: 'us' }], fields: { a: 'Missing', b: 'Missing', c: 'Lost' } });
    expect([view.blocks.length, next.blocks.length, checkView(next)]).toEqual([100, 100, []]);
    expect(idsOf(next.blocks as unknown as Blocks)).toEqual(idsOf(view.blocks as unknown as Blocks));
    expect(
      wordsOf(next.blocks)
        .match(/Look again|Missing|Lost|Note \d+/g)
        ?.slice(0, 3),
    ).toEqual(['Look again', 'Lost', 'Note 0']);
    expect(wordsOf(next.blocks).match(/Missing/g)).toHaveLength(2);
  });

  it('says each thing above its field, and above all what has no field', () => {
    const view = renderForm(FORM, { mentions: new Map() });
    const next = again(open(view), { text: [{ text: 'Look again', from: 'us' }], fields: { b: 'Missing', c: 'Lost', __proto__x: '<!channel>' } });
    expect((next.blocks as unknown as Blocks).map((block) => (block['type'] === 'input' ? block['block_id'] : wordsOf(block)))).toEqual([
      'Look again',
      'Lost',
      '<!channel>',
      'f.a',
      'Missing',
      'f.b',
    ]);
  });
});

function wordsOf(block: unknown): string {
  return [...JSON.stringify(block).matchAll(/"text":"([^"]*)"/g)].map(([, words]) => words).join('');
}
