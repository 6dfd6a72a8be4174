// Who is let in: real requests to a real server, with tokens from a provider of our own (F2).

import { assert, asyncProperty, constantFrom, dictionary, integer, nat, oneof, pre, record, string, tuple } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authentication } from '../../../../adapters/teams/receive/authentication.ts';
import type { TeamsSettings } from '../../../../adapters/teams/settings.ts';
import { isFault } from '../../../../src/fault.ts';
import { encoded } from '../../../support/teams/openid.ts';
import { activity, type Door, NOW, openDoor, postRaw, settingsFor } from './door.ts';
import { type Case, FORGED, foreign, GENUINE } from './tokens.ts';

let door: Door;
let reached = 0;

beforeAll(async () => {
  door = await openDoor({ turn: async () => void reached++ });
});
beforeEach(() => {
  reached = 0;
});
afterAll(() => door.close());

async function ask({ headers, activity: body }: Pick<Case, 'headers' | 'activity'>): Promise<{ status: number; text: string }> {
  const values = (await headers(door.provider)).map((value) => ['authorization', value] as const);
  return postRaw(door.url, [['content-type', 'application/json'], ...values], Buffer.from(JSON.stringify(body)));
}

describe('a token', () => {
  it.each(GENUINE)('opens: $name (F2)', async (genuine) => {
    expect(await ask(genuine)).toEqual({ status: 200, text: '' });
    expect(reached).toBe(1);
  });

  it.each(FORGED)('does not open, and nothing is said but 401: $name (F2)', async (forged) => {
    const fault = forged.verdict as 'forged';
    const before = [door.lines.length, door.receiver.refusals.get(fault) ?? 0] as const;
    expect(await ask(forged)).toEqual({ status: 401, text: '' });
    expect(reached).toBe(0);
    expect(door.lines.slice(before[0])).toEqual([{ level: 'warn', event: 'teams.refused', fields: { fault } }]);
    expect(door.receiver.refusals.get(fault)).toBe(before[1] + 1);
  });

  it('opens for ever the same: 1,000 changed ones do not, and as many genuine ones do (F2)', async () => {
    let accepted = 0;
    let rejected = 0;
    await assert(
      asyncProperty(genuine, changes, async (of, change) => {
        const good = door.token(of);
        const bad = change(good);
        pre(bad !== good);
        if ((await door.send(activity(), { token: good })).status !== 200) rejected++;
        if ((await ask({ headers: () => [`Bearer ${bad}`], activity: activity() })).status !== 401) accepted++;
      }),
      { numRuns: 1000 },
    );
    expect({ accepted, rejected, reached }).toEqual({ accepted: 0, rejected: 0, reached: 1000 });
  });
});

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ';
const SECONDS = NOW / 1000;

/** Everything that a genuine token may be. */
const genuine = record({
  key: constantFrom('key-1', 'key-2'),
  claims: record({
    nbf: integer({ min: SECONDS - 7200, max: SECONDS + 300 }),
    exp: integer({ min: SECONDS - 299, max: SECONDS + 86_400 }),
    more: dictionary(string({ maxLength: 10 }), string({ maxLength: 10 }), { maxKeys: 3 }),
  }),
});

type Change = (good: string) => string;

/** One letter of the text, one bit of what it stands for, a part of another token, or a lie, signed as well as can be. */
const changes = oneof(
  tuple(nat(), nat()).map(
    ([at, to]): Change =>
      (good) => {
        const place = at % good.length;
        return good.slice(0, place) + LETTERS[to % LETTERS.length] + good.slice(place + 1);
      },
  ),
  nat().map(
    (at): Change =>
      (good) =>
        good.slice(0, at % good.length) + good.slice((at % good.length) + 1),
  ),
  tuple(nat(), nat()).map(
    ([at, what]): Change =>
      (good) =>
        good.slice(0, at % good.length) + LETTERS[what % 64] + good.slice(at % good.length),
  ),
  tuple(nat({ max: 2 }), nat()).map(
    ([part, bit]): Change =>
      (good) =>
        changedPart(good, part, (bytes) => flipped(bytes, bit)),
  ),
  nat({ max: 2 }).map(
    (part): Change =>
      (good) =>
        good
          .split('.')
          .with(part, door.token({ claims: { jti: good.length } }).split('.')[part] ?? '')
          .join('.'),
  ),
  tuple(constantFrom('aud', 'iss', 'exp', 'nbf', 'serviceurl', 'jti'), oneof(string(), integer())).map(
    ([claim, value]): Change =>
      (good) =>
        changedPart(good, 1, (bytes) => Buffer.from(JSON.stringify({ ...(JSON.parse(bytes.toString()) as object), [claim]: value }))),
  ),
  tuple(constantFrom('aud', 'iss', 'exp', 'serviceurl'), oneof(string(), integer({ max: SECONDS - 300 }))).map(
    ([claim, value]): Change =>
      () =>
        door.token({ claims: { [claim]: value } }),
  ),
  genuine.map(
    (of): Change =>
      () =>
        foreign(of, door.provider),
  ),
  string().map(
    (kid): Change =>
      (good) =>
        good
          .split('.')
          .with(0, encoded({ alg: 'RS256', typ: 'JWT', kid }))
          .join('.'),
  ),
);

function changedPart(good: string, part: number, change: (bytes: Buffer) => Buffer): string {
  const parts = good.split('.');
  return parts.with(part, change(Buffer.from(parts[part] ?? '', 'base64url')).toString('base64url')).join('.');
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const at = bit % (bytes.length * 8);
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  return bytes;
}

describe('where nobody proves anything', () => {
  it('everybody is let in whose address may be written to, and nobody else', async () => {
    const open = await openDoor({ settings: { appId: '', credential: { kind: 'none' }, tenants: [] }, turn: async () => void reached++ });
    expect((await open.send(activity(), { token: null })).status).toBe(200);
    expect((await open.send(activity({ conversation: { id: 'a:1' }, channelData: undefined }), { token: 'any' })).status).toBe(200);
    expect((await open.send(activity({ serviceUrl: 'http://evil.example/' }), { token: null })).status).toBe(401);
    expect((await open.send(activity({ channelId: 'emulator' }), { token: null })).status).toBe(401);
    expect([reached, open.provider.asked]).toEqual([2, []]);
    await open.close();
  });

  it.each<[string, Partial<TeamsSettings>]>([
    ['nobody proves anything, but the bot has a name', { credential: { kind: 'none' } }],
    ['the bot has no name', { appId: '' }],
    ['the name is a space', { appId: ' ' }],
    ['nobody is served', { tenants: [] }],
  ])('it does not even begin where %s (F2)', (_, settings) => {
    const on = { clock: door.clock, log: { info() {}, warn() {}, error() {} } };
    expect(() => new Authentication({ ...settingsFor('http://127.0.0.1:9'), ...settings }, on)).toThrow(
      expect.toSatisfy((error: unknown) => isFault(error, 'config')),
    );
  });
});
