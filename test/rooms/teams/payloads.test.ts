// Whatever Teams sends: whole activities of every kind, from everywhere, with too much in them or too little.

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { databaseOn } from '../../support/postgres.ts';
import { type House, openHouse } from '../../support/teams/house.ts';
import { LOCAL, type LocalTeams, startLocalTeams } from '../../support/teams/local-teams.ts';
import * as payloads from '../../support/teams/payloads.ts';

type Origin = payloads.Origin;
type Make = (of: Origin) => payloads.Activity;

const PRESS = { verb: 'press', mc: { a: 'home.show', t: 'sealed' } };
const SENT = { verb: 'send', mc: { a: 'goals.save', t: 'sealed', k: 'x' }, 'f.title': 'Learn to lead' };

const OURS: readonly (readonly [name: string, make: Make])[] = [
  ['words', (of) => payloads.message('help', of)],
  ['words with a mention', (of) => payloads.mentioning('help', of)],
  ['a slash command', (of) => payloads.slash('help', of)],
  ['a pressed card', (of) => payloads.execute(PRESS, of)],
  ['a pressed card of another app', (of) => payloads.execute({ any: 'thing' }, of, { verb: 'order' })],
  ['a pressed button of an old client', (of) => payloads.submitted(PRESS, of)],
  ['a dialog that is asked for', (of) => payloads.taskFetch({ verb: 'open', mc: { line: '/goal new' } }, of)],
  ['a dialog that is sent', (of) => payloads.taskSubmit(SENT, of)],
  ['a command of the extension', (of) => payloads.composeFetch('goal-new', of)],
  ['a command of the extension that we do not have', (of) => payloads.composeFetch('order-pizza', of)],
  ['a dialog of the extension', (of) => payloads.composeSubmit('goal-new', SENT, of)],
  ['an installation', (of) => payloads.installed('add', of)],
  ['an upgrade', (of) => payloads.installed('add-upgrade', of)],
  ['a removal', (of) => payloads.installed('remove', of)],
];

/** Those that say the most, one of each kind. */
const TOLD_MOST = OURS.filter(([name]) =>
  ['words with a mention', 'a pressed card', 'a dialog that is sent', 'a command of the extension', 'an installation'].includes(name),
);

const STRAYS: readonly (readonly [name: string, make: Make])[] = [
  ['nothing but a mention', (of) => payloads.mentioning('', of)],
  ['nothing at all', (of) => payloads.message('', of, { text: undefined, attachments: undefined })],
  ['a file', (of) => payloads.withFile(of)],
  ['a changed message', (of) => payloads.edited('help', of)],
  ['a deleted message', (of) => payloads.deleted(of)],
  ['a message that is back', (of) => payloads.undeleted('help', of)],
  ['a reaction', (of) => payloads.reacted('reactionsAdded', of)],
  ['a reaction taken back', (of) => payloads.reacted('reactionsRemoved', of)],
  ['the bot coming in', (of) => payloads.members('membersAdded', [payloads.BOT], of)],
  ['the bot leaving', (of) => payloads.members('membersRemoved', [payloads.BOT], of)],
  ['somebody coming in', (of) => payloads.members('membersAdded', [of.by], of)],
  ['somebody leaving', (of) => payloads.members('membersRemoved', [of.by], of)],
  ...['teamRenamed', 'teamArchived', 'teamUnarchived', 'teamDeleted', 'teamHardDeleted', 'teamRestored', 'channelCreated', 'channelRenamed', 'channelDeleted']
    .concat('channelRestored', 'channelShared', 'channelUnshared', 'moonLanded')
    .map((eventType) => [`the event ${eventType}`, (of: Origin) => payloads.changed(eventType, of)] as const),
  ...payloads.STRANGE.map(([name, value]) => [`the invoke ${name}`, (of: Origin) => payloads.invoke(name, value, of)] as const),
  ...payloads.others().map(([name], index) => [name, (of: Origin) => payloads.others(of)[index]?.[1] ?? {}] as const),
];

/** With something new in each of its objects, as Microsoft adds to them from time to time. */
function grown(activity: payloads.Activity): payloads.Activity {
  return JSON.parse(JSON.stringify(activity), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, newIn2027: { deep: [1, 'x'] }, '': null } : value,
  ) as payloads.Activity;
}

const SHAPES = [undefined, null, [null, 7]];

/** Without each of its parts, however deep, or with it of another shape: the outermost in every way, the others in turn. */
function* mangled(whole: payloads.Activity, at: unknown = whole, path: readonly string[] = []): Generator<payloads.Activity> {
  if (typeof at !== 'object' || at === null) return;
  for (const [index, [key, value]] of Object.entries(at).entries()) {
    const shapes = path.length === 0 ? SHAPES : [SHAPES[(index + path.length) % SHAPES.length]];
    for (const instead of shapes) yield changedAt(whole, [...path, key], instead);
    yield* mangled(whole, value, [...path, key]);
  }
}

function changedAt(whole: payloads.Activity, path: readonly string[], value: unknown): payloads.Activity {
  const copy = structuredClone(whole);
  let at = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = value;
  return copy;
}

let teams: LocalTeams;
let house: House;
let places: readonly (readonly [name: string, of: Origin])[];
let elsewhere: typeof places;
let sent = 0;

beforeAll(async () => {
  teams = await startLocalTeams({
    people: [
      { name: 'anna', realName: 'Anna Lind' },
      { name: 'gunnar', realName: 'Gunnar Gäst', guest: true },
      { name: 'nora', realName: 'Nora Utan', email: null, locale: null },
      { name: 'nemo', realName: 'Nemo Berg', withoutObjectId: true },
      { name: 'per', realName: 'Per Partner', tenant: payloads.PARTNER },
    ],
  });
  house = await openHouse(teams, { databaseUrl: await databaseOn(inject('postgresUrl')) });
  const chat = payloads.groupChat();
  teams.connector.conversations.set(String(chat.conversation['id']), { kind: 'groupChat', tenant: LOCAL.tenant, members: new Set(), installed: true });
  const [anna, per] = [teams.originOf('anna'), teams.originOf('per')];
  const shared = teams.spotOf('mentoring', payloads.messageId());
  places = [
    ['in one’s own chat', anna],
    ['in a channel', { ...anna, spot: shared }],
    ['in a chat of several', { ...anna, spot: chat }],
    ['of a guest', teams.originOf('gunnar')],
    ['of somebody without an address or a language', teams.originOf('nora')],
    ['of somebody without an object id', teams.originOf('nemo')],
    ['of somebody without a name', { ...anna, by: { id: anna.by.id } }],
  ];
  elsewhere = [
    ['of a tenant that we do not serve', per],
    ['of the same in a channel of ours', { ...per, spot: shared }],
    ['of somebody in a federated chat', { ...per, spot: { ...per.spot, channelData: { tenant: { id: LOCAL.tenant } } } }],
  ];
});
afterAll(async () => {
  await house.stop();
  await teams.close();
  console.log(`activities of Teams: ${sent} sent`);
});

async function answered(name: string, activity: payloads.Activity, fits: (status: number) => boolean): Promise<void> {
  const { status } = await teams.deliver(activity);
  sent += 1;
  if (!fits(status)) expect([name, activity, status]).toEqual([name, activity, 'another status']);
}

describe('activities of Teams', () => {
  it.each(OURS)('take $0 wherever it comes from, whatever it has grown (F3)', async (_name, make) => {
    for (const [name, of] of places) await answered(name, make(of), (status) => status === 200);
    for (const [name, of] of places.slice(0, 2)) await answered(name, grown(make(of)), (status) => status === 200);
    for (const [name, of] of elsewhere) await answered(name, make(of), (status) => status === 401);
    expect(house.faults).toEqual([]);
  });

  it.each(STRAYS)('take $0, which asks for nothing of ours (F3)', async (_name, make) => {
    for (const [name, of] of places.slice(0, 3)) await answered(name, make(of), (status) => status === 200);
    await answered('grown', grown(make(places[0]?.[1] as Origin)), (status) => status === 200);
    expect(house.faults).toEqual([]);
  });

  it.each(TOLD_MOST)('call $0 faulty at worst, whatever part of it is missing or of another shape (F3)', async (name, make) => {
    const [, of] = places[1] ?? [];
    for (const activity of mangled(make(of as Origin))) await answered(name, activity, (status) => status < 500);
    expect(house.faults).toEqual([]);
  });

  it('serve people all the same afterwards', async () => {
    const anna = teams.person('anna');
    await anna.types('home');
    expect(anna.newest).toContain('Your mentoring');
  });
});
