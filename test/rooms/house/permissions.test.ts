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
/** What each action has answered with. */
const shown = new Map<string, Set<string>>();
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

/** Whoever is refused learns this and nothing else, whether or not there is anything. */
function refusal(role: RoleName): Reply {
  const known = role !== 'stranger' && role !== 'left';
  return { kind: 'refused', language: 'en', ...(known ? {} : { stranger: true }), text: [{ text: known ? NOT_YOURS : NOT_KNOWN, from: 'us' }] };
}

/** For these it is also tried what they learn where there is nothing. */
const PROBES: readonly RoleName[] = ['left', 'outsider', 'otherMentor', 'safeguarding', 'elsewhere', 'foreignCoordinator'];

describe.each(POLICY.map((row) => ({ name: nameOf(row), row })))('$name', ({ row }) => {
  const finds = row.finds ?? row.may;
  const look = ACTIONS.get(row.action)?.look ?? false;
  const unseeing = row.may.filter((role) => !finds.includes(role));

  if (finds.length > 0) {
    it(`is there for ${finds.length > 6 ? `${finds.length} roles` : finds.join(', ')}`, async () => {
      for (const role of finds) {
        const reply = await act(role, row);
        cells += 1;
        shown.set(row.action, (shown.get(row.action) ?? new Set()).add(reply.answer?.type ?? 'nothing'));
        expect([role, reply.kind === 'done' ? 'done' : stage.words(reply)]).toEqual([role, 'done']);
        // Whoever looks changes nothing; a newcomer becomes known by looking.
        if (look) expect([role, stage.changed()]).toEqual([role, role === 'newcomer' ? ['Account', 'Person'] : []]);
      }
    });
  }

  if (unseeing.length > 0) {
    it('is as if it did not exist for others who may do such a thing', async () => {
      for (const role of unseeing) {
        const reply = await act(role, row);
        const changed = stage.changed();
        cells += 1;
        expect([role, seen(reply), changed]).toEqual([role, seen(await act(role, row, NOTHING)), stage.changed()]);
      }
    });
  }

  it('is not for anybody else: no word of it, no change', async () => {
    for (const role of ROLES.filter((one) => !row.may.includes(one))) {
      const reply = await act(role, row);
      cells += 1;
      expect([role, reply, stage.changed()]).toEqual([role, refusal(role), []]);
      if (PROBES.includes(role)) expect([role, await act(role, row, NOTHING)]).toEqual([role, refusal(role)]);
    }
  });
});

describe('an action that opens a form', () => {
  it('says so, for platforms that open a window before they ask', () => {
    const opening = [...ACTIONS.values()].filter((action) => action.opens).map((action) => action.name);
    expect(opening.filter((name) => !shown.get(name)?.has('form'))).toEqual([]);
    // Whoever only looks gets nothing else than the form.
    const looks = [...shown].filter(([name, types]) => ACTIONS.get(name)?.look && types.has('form') && types.size === 1).map(([name]) => name);
    expect(looks.filter((name) => !opening.includes(name))).toEqual([]);
  });
});
