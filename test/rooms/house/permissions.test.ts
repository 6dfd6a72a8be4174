// Every action × every role × own, another pair's, another programme's, another organisation's: who may, and what all others learn.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { ACTIONS } from '../../../src/mentoring/table.ts';
import { createStage, NOTHING, type RoleName, ROLES, type Stage } from '../../support/every-action.ts';
import { nameOf, POLICY, type Row } from './permissions/policy.ts';

const NOT_YOURS = 'This is not yours to open, or it is no longer here.';
const NOT_KNOWN = 'We do not know you here yet. Write /mentor join to begin.';

let stage: Stage;
let cells = 0;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(async () => {
  await stage.close();
  console.log(`permissions: ${cells} cells of ${ACTIONS.size} actions, ${POLICY.length} rows and ${ROLES.length} roles`);
});

function act(role: RoleName, row: Row, things = stage.things): Promise<Reply> {
  return stage.act(role, row.action, row.input(things));
}

/** What somebody sees, apart from the seals, which are never twice the same. */
function seen(reply: Reply): string {
  const text = JSON.stringify(reply, (key, value: unknown) => (key === 'token' ? '' : value));
  return Object.values(stage.things).reduce((shown, thing) => shown.replaceAll(thing, 'nothing'), text);
}

describe('the table of permissions', () => {
  it('has a row for every action, and none for an action that is gone', () => {
    expect([...new Set(POLICY.map((row) => row.action))].sort()).toEqual([...ACTIONS.keys()].sort());
  });

  it('has every row once', () => {
    const names = POLICY.map(nameOf);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe.each(POLICY.map((row) => ({ name: nameOf(row), row })))('$name', ({ row }) => {
  const finds = row.finds ?? row.may;
  const denied = ROLES.filter((role) => !row.may.includes(role));
  const unseeing = row.may.filter((role) => !finds.includes(role));
  const look = ACTIONS.get(row.action)?.look ?? false;

  it.runIf(finds.length > 0)(`is there for ${finds.join(', ')}`, async () => {
    for (const role of finds) {
      const reply = await act(role, row);
      cells += 1;
      expect([role, reply.kind, stage.words(reply).split('\n')[0]]).toEqual([role, 'done', expect.any(String)]);
      // Whoever looks changes nothing; a newcomer becomes known by looking.
      if (look) expect([role, stage.changed()]).toEqual([role, role === 'newcomer' ? ['Account', 'Person'] : []]);
    }
  });

  it.runIf(unseeing.length > 0)(`is as if it did not exist for ${unseeing.join(', ')}`, async () => {
    for (const role of unseeing) {
      const reply = await act(role, row);
      const changed = stage.changed();
      cells += 1;
      expect([role, seen(reply), changed]).toEqual([role, seen(await act(role, row, NOTHING)), stage.changed()]);
    }
  });

  it.runIf(denied.length > 0)(`is not for ${denied.join(', ')}: no word of it, no change`, async () => {
    for (const role of denied) {
      const reply = await act(role, row);
      const changed = stage.changed();
      cells += 1;
      const words = role === 'stranger' || role === 'left' ? NOT_KNOWN : NOT_YOURS;
      expect([role, reply.kind, stage.words(reply), changed]).toEqual([role, 'refused', words, []]);
      expect([role, await act(role, row, NOTHING)]).toEqual([role, reply]);
    }
  });
});
