// Whatever Slack sends: whole payloads of every kind, from everywhere, with too much in them or too little.

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { databaseOn } from '../../support/postgres.ts';
import { type House, openHouse } from '../../support/slack/house.ts';
import { LOCAL, type LocalSlack, startLocalSlack } from '../../support/slack/local-slack.ts';
import * as payloads from '../../support/slack/payloads.ts';
import type { Kind } from '../../support/slack/sign.ts';
import { until } from '../../support/slack/person.ts';

interface Sample {
  readonly name: string;
  readonly kind: Kind;
  readonly make: () => object;
}

const sample = (name: string, kind: Kind, make: () => object): Sample => ({ name, kind, make });

const KINDS: readonly Sample[] = [
  sample('a command', 'form', () => payloads.command({ command: '/mentor', text: 'help' })),
  sample('a command of another app', 'form', () => payloads.command({ command: '/weather', text: '' })),
  sample('a press in a direct message', 'interaction', () => payloads.pressedInDirectMessage()),
  sample('a press in a channel', 'interaction', () => payloads.pressedInChannel()),
  sample('a press in an ephemeral message', 'interaction', () => payloads.pressedInEphemeral()),
  sample('a press on the home page', 'interaction', () => payloads.pressedInHome()),
  sample('a press in a window', 'interaction', () => payloads.pressedInModal()),
  sample('a sent form', 'interaction', () => payloads.viewSubmission()),
  sample('a closed form', 'interaction', () => payloads.viewClosed()),
  sample('a global shortcut', 'interaction', () => payloads.globalShortcut({ callback_id: 'my_page' })),
  sample('a shortcut that we do not have', 'interaction', () => payloads.globalShortcut({ callback_id: 'order_pizza' })),
  sample('a message shortcut', 'interaction', () => payloads.messageShortcut()),
  sample('a search in a list', 'interaction', () => payloads.blockSuggestion()),
  sample('a button of the retired kind', 'interaction', () => payloads.interactiveMessage()),
  sample('a dialog of the retired kind', 'interaction', () => payloads.dialogSubmission()),
  sample('an opened home page', 'json', () => payloads.homeOpened()),
  sample('opened messages', 'json', () => payloads.messagesOpened()),
  sample('a changed person', 'json', () => payloads.userChange()),
  sample('a leaver', 'json', () => payloads.userChange(payloads.leaver())),
  sample('a new member', 'json', () => payloads.teamJoin()),
  sample('revoked tokens', 'json', () => payloads.tokensRevoked()),
  sample('an uninstalled bot', 'json', () => payloads.appUninstalled()),
  sample('a limit that was reached', 'json', () => payloads.appRateLimited()),
  sample('an event that nobody has heard of', 'json', () => payloads.event({ type: 'moon_landed' })),
];

/** As the payload is, and as it comes from elsewhere. */
const PLACES: readonly { readonly name: string; readonly from: <P extends object>(payload: P) => P }[] = [
  { name: 'from this workspace', from: (payload) => JSON.parse(JSON.stringify(payload).replaceAll(payloads.TEAM.id, LOCAL.teamId)) as typeof payload },
  { name: 'from a workspace that nobody installed us in', from: (payload) => payload },
  { name: 'from a workspace of an enterprise', from: payloads.onGrid },
  { name: 'from a whole enterprise', from: payloads.orgWide },
  { name: 'from a partner in a shared channel', from: payloads.fromPartner },
];

/** With something new in each of its objects, as Slack adds to its payloads from time to time. */
function grown(payload: object): object {
  return JSON.parse(JSON.stringify(payload), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, new_in_2027: { deep: [1, 'x'] }, '': null } : value,
  ) as object;
}

/** Without each of its parts, and with each of them of another shape. */
function mangled(payload: object): object[] {
  return Object.keys(payload).flatMap((key) => [
    Object.fromEntries(Object.entries(payload).filter(([name]) => name !== key)),
    { ...payload, [key]: [null, 7] },
    { ...payload, [key]: null },
  ]);
}

describe.each(['http', 'socket'] as const)('payloads of Slack, over %s', (via) => {
  let slack: LocalSlack;
  let house: House;
  let sent = 0;
  beforeAll(async () => {
    slack = await startLocalSlack({ users: [{ name: 'anna', realName: 'Anna Lind', owner: true }] });
    house = await openHouse(slack, { via, databaseUrl: await databaseOn(inject('postgresUrl')) });
  });
  afterAll(async () => {
    await house.stop();
    await slack.close();
    console.log(`payloads over ${via}: ${sent} sent`);
  });

  it.each(KINDS.filter(({ make }) => via === 'http' || !('minute_rate_limited' in make())))(
    'answers or ignores $name, wherever it comes from (F3)',
    async ({ kind, make }) => {
      for (const { name, from } of PLACES) {
        for (const payload of [from(make()), grown(from(make()))]) {
          expect([name, payload, (await slack.deliver(kind, payload)).status]).toEqual([name, payload, 200]);
          sent += 1;
        }
      }
      expect(house.faults).toEqual([]);
    },
  );

  // Through the socket only Slack itself can send, and what it sends is whole.
  it.each(via === 'http' ? KINDS : [])('calls $name faulty at worst, whatever it lacks (F3)', async ({ kind, make }) => {
    for (const [turn, { name, from }] of PLACES.entries()) {
      // The parts that all places share are tried in turns.
      for (const payload of mangled(from(make())).filter((_, index) => (index + turn) % 2 === 0)) {
        expect([name, payload, (await slack.deliver(kind, payload)).status < 500]).toEqual([name, payload, true]);
        sent += 1;
      }
    }
  });

  it('serves people all the same afterwards', async () => {
    const anna = slack.person('anna');
    await anna.types('/mentor');
    const { ephemerals } = await until(async () => {
      const seen = await anna.sees();
      return seen.ephemerals.length > 0 ? seen : null;
    });
    expect(ephemerals.at(-1)).toContain('Your mentoring');
  });
});
