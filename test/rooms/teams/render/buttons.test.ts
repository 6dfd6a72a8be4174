// Buttons in Teams: what each carries, how it is pressed, and the question before what cannot be undone.

import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../adapters/teams/render/card.ts';
import { type Place, renderMessage } from '../../../../adapters/teams/render/message.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import type { ShownButton } from '../../../../src/bot/views/shown.ts';
import { breachesOf } from './parsed.ts';
import { dataOf } from './untouched.ts';

function button(of: Partial<ShownButton> = {}): ShownButton {
  return { label: 'Yes', action: 'matching.menteeYes', token: 'k.t', ...of };
}

/** The buttons by row. */
function actionsOf(buttons: readonly ShownButton[], place: Place = 'chat'): readonly (readonly Action[])[] {
  const card = renderMessage({ type: 'message', language: 'en', blocks: [{ block: 'actions', buttons }] }, place);
  expect(breachesOf(card)).toEqual([]);
  return card.body.map((element) => (element.type === 'ActionSet' ? element.actions : []));
}

describe('buttons', () => {
  it('in the chat: pressed as an execution, with action and seal', () => {
    expect(actionsOf([button({ style: 'main', hint: 'Yes to Alva' })])).toEqual([
      [
        {
          ...{ type: 'Action.Execute', verb: 'press', title: 'Yes', style: 'positive', tooltip: 'Yes to Alva', associatedInputs: 'none' },
          data: { verb: 'press', mc: { a: 'matching.menteeYes', t: 'k.t' } },
        },
      ],
    ]);
  });

  it('each tells what was pressed, and whether the answer may take the place of the card', () => {
    const pressed = (place: Place, of: Partial<ShownButton> = {}) => pressedIn(dataOf(actionsOf([button(of)], place)[0]?.[0]));
    const kind = { action: 'matching.menteeYes', token: 'k.t' };
    expect(pressed('chat')).toEqual({ kind: 'press', ...kind });
    expect(pressed('page')).toEqual({ kind: 'press', ...kind, page: true });
    expect(pressed('dialog')).toEqual({ kind: 'press', ...kind });
    expect(pressed('chat', { opens: 'form' })).toEqual({ kind: 'open', ...kind });
  });

  it('one that opens a form opens a dialog, unless it is in one', () => {
    const fetch = { type: 'Action.Submit', data: { verb: 'open', msteams: { type: 'task/fetch' } } };
    expect(actionsOf([button({ opens: 'form' })])).toMatchObject([[fetch]]);
    expect(actionsOf([button({ opens: 'form' })], 'page')).toMatchObject([[fetch]]);
    expect(JSON.stringify(actionsOf([button({ opens: 'form' })], 'dialog'))).not.toContain('msteams');
    expect(actionsOf([button()], 'dialog')).toMatchObject([[{ type: 'Action.Submit', data: { verb: 'press' } }]]);
  });

  it.each<Place>(['chat', 'dialog'])('asks first what it has to ask, in a %s', (place) => {
    const [[asking] = []] = actionsOf([button({ style: 'danger', confirm: 'Really?' })], place);
    expect(asking).toMatchObject({ type: 'Action.ShowCard', title: 'Yes' });
    expect(asking).not.toHaveProperty('style');
    expect(asking).toMatchObject({ card: { body: [{ inlines: [{ text: 'Really?' }] }], actions: [{ title: 'Yes', data: { verb: 'press' } }] } });
  });

  it('stand six in a row', () => {
    expect(actionsOf(Array.from({ length: 13 }, () => button())).map((row) => row.length)).toEqual([6, 6, 1]);
  });
});
