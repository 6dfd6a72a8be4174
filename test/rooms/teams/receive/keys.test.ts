// The keys of those who sign: kept, asked for anew, and never asked for more than need be, whatever the provider does (F2).

import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../../src/time.ts';
import { activity, type Door, type Opening, openDoor } from './door.ts';

const opened: Door[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((door) => door.close()));
});

async function open(of: Opening = {}): Promise<Door> {
  const door = await openDoor(of);
  opened.push(door);
  return door;
}

async function statuses(sent: readonly Promise<Response>[]): Promise<readonly number[]> {
  return [...new Set((await Promise.all(sent)).map(({ status }) => status))];
}

/** As one request after another. */
async function status(door: Door, of: Parameters<Door['token']>[0] = {}): Promise<number> {
  return (await door.send(activity(), { token: door.token(of) })).status;
}

const stranger = (door: Door, number: number) => door.send(activity(), { token: door.token({ header: { kid: `stranger-${number}` } }) });
const SET = ['/v1/.well-known/openidconfiguration', '/v1/.well-known/keys'];

describe('the keys', () => {
  it('are asked for once, however many come at the same time (F2)', async () => {
    const door = await open();
    door.provider.hang(true);
    const sent = Array.from({ length: 30 }, () => door.send(activity()));
    await expect.poll(() => door.provider.asked).toHaveLength(1);
    door.provider.hang(false);
    expect(await statuses(sent)).toEqual([200]);
    expect(door.provider.asked).toEqual(SET);
  });

  it('are asked for anew after a day, and nobody waits for it (F2)', async () => {
    const door = await open();
    expect(await status(door)).toBe(200);
    door.clock.forward(DAY - 1);
    expect(await status(door)).toBe(200);
    expect(door.provider.asked).toHaveLength(2);
    door.provider.hang(true);
    door.clock.forward(1);
    expect(await status(door)).toBe(200);
    await expect.poll(() => door.provider.asked).toHaveLength(3);
    expect(await status(door)).toBe(200);
    door.provider.hang(false);
    await expect.poll(() => door.provider.asked).toHaveLength(4);
  });

  it('that are new are found, and those given out no more are forgotten (F2)', async () => {
    const door = await open();
    expect(await status(door, { key: 'key-1' })).toBe(200);
    door.provider.rotate();
    door.provider.rotate();
    door.clock.forward(30_000);
    expect(await status(door)).toBe(200);
    expect(door.provider.kids).toEqual(['key-2', 'key-3', 'key-4']);
    expect([await status(door, { key: 'key-2' }), await status(door, { key: 'key-1' })]).toEqual([200, 401]);
    expect(door.provider.asked).toEqual([...SET, ...SET]);
  });

  it('are not asked for as often as strangers like (F2)', async () => {
    const door = await open();
    expect(await statuses(Array.from({ length: 200 }, (_, number) => stranger(door, number)))).toEqual([401]);
    expect(door.provider.asked).toEqual(SET);
    door.clock.forward(29_999);
    await stranger(door, 200);
    expect(door.provider.asked).toEqual(SET);
    door.clock.forward(1);
    expect(await statuses(Array.from({ length: 200 }, (_, number) => stranger(door, number)))).toEqual([401]);
    expect(door.provider.asked).toEqual([...SET, ...SET]);
    expect(door.receiver.refusals).toEqual(new Map([['unknown-key', 401]]));
  });
});

describe('a provider', () => {
  it('that is down keeps nobody out whose key is known, for as long as it takes (F2)', async () => {
    const door = await open();
    expect(await status(door)).toBe(200);
    door.provider.down(true);
    for (const ms of [HOUR, DAY, 7 * DAY]) {
      door.clock.forward(ms);
      expect(await status(door)).toBe(200);
    }
    expect((await stranger(door, 1)).status).toBe(503);
    door.provider.down(false);
    door.provider.rotate();
    door.clock.forward(5000);
    expect(await status(door)).toBe(200);
  });

  it('that is down at the start keeps all out for now, and nobody for good (F2)', async () => {
    const door = await open();
    door.provider.down(true);
    const sent = Array.from({ length: 50 }, () => door.send(activity()));
    const [first] = await Promise.all(sent);
    expect([await statuses(sent), first?.headers.get('retry-after'), await first?.text()]).toEqual([[503], '5', '']);
    expect(door.provider.asked).toHaveLength(1);
    expect(door.lines).toEqual([{ level: 'error', event: 'teams.keys', fields: { known: 0 } }]);
    door.provider.down(false);
    door.clock.forward(4999);
    expect(await status(door)).toBe(503);
    door.clock.forward(1);
    expect(await status(door)).toBe(200);
  });

  it('that hangs holds nobody for longer than was said (F2)', async () => {
    const door = await open({ keysWithin: 300 });
    door.provider.hang(true);
    expect(await statuses(Array.from({ length: 50 }, () => door.send(activity())))).toEqual([503]);
    expect(door.provider.asked.length).toBeLessThanOrEqual(1);
    door.provider.hang(false);
    const later = () => {
      door.clock.forward(5000);
      return status(door);
    };
    await expect.poll(later).toBe(200);
  });

  const key = (of: object) => JSON.stringify({ keys: [{ kid: 'key-2', use: 'sig', ...of }] });
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const secret = { kty: 'oct', k: Buffer.from('secret').toString('base64url') };
  const DOCUMENTS = [
    ...['', '{', 'null', '[]', '5', '{}', '{"jwks_uri":5}', '{"jwks_uri":""}', '{"jwks_uri":"file:///etc/passwd"}', '{"jwks_uri":"https://127.0.0.1:9/"}'],
    ...['{"jwks_uri":"http://127.0.0.1:9/"}', '<html>', 'x'.repeat(2_000_000)],
  ].map((text) => ({ text }));
  const SETS = ['', '{"keys":null}', '{"keys":[]}', '{"keys":[null,5,"x",{}]}', key({ kty: 'RSA', n: '', e: '' }), key({ kty: 'RSA', n: '!', e: 'AQAB' })];
  const KEYS = [...SETS, key(short), key(curve), key(secret), key({ ...short, n: 5 })].map((text) => ({ text, only: 'keys' as const }));
  const FAULTS = [404, 500, 302].map((said) => ({ text: '{}', status: said }));

  it.each([...DOCUMENTS, ...KEYS, ...FAULTS].map((say, number) => ({ number, say, shown: say.text.slice(0, 60) })))(
    'that talks nonsense is not believed, and what we know stays: $number $shown (F2)',
    async ({ say }) => {
      const door = await open();
      door.provider.say(say);
      expect(await status(door)).toBe(503);
      door.provider.say(null);
      door.clock.forward(5000);
      expect(await status(door)).toBe(200);
      door.provider.say(say);
      door.clock.forward(2 * DAY);
      expect(await status(door)).toBe(200);
      expect((await stranger(door, 1)).status).toBe(503);
      expect(await status(door)).toBe(200);
    },
  );

  it('has keys of other kinds beside ours (F2)', async () => {
    const door = await open();
    const answer = await fetch(door.provider.url.replace('openidconfiguration', 'keys'));
    const { keys } = (await answer.json()) as { keys: object[] };
    door.provider.say({ text: JSON.stringify({ keys: [{ ...curve, kid: 'curve' }, null, ...keys, { ...short, kid: 'short' }] }), only: 'keys' });
    expect(await status(door)).toBe(200);
    expect([await status(door, { header: { kid: 'curve' } }), await status(door, { header: { kid: 'short' } })]).toEqual([401, 401]);
  });
});
