// What stands in the place of a token: genuine, and all the ways in which one is not (F2).

import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign, type JsonWebKeyInput } from 'node:crypto';
import type { Refusal } from '../../../../adapters/teams/receive/authentication.ts';
import { encoded, ISSUER, type Provider, signed, type TokenOf } from '../../../support/teams/openid.ts';
import { activity, APP, NOW, SERVICE, TENANT } from './door.ts';

export interface Case {
  readonly name: string;
  readonly verdict: Refusal | 'ok';
  /** The values of the header, as often as it is sent. */
  readonly headers: (provider: Provider) => readonly string[] | Promise<readonly string[]>;
  readonly activity: object;
}

const SECONDS = NOW / 1000;
/** An attacker's own. */
export const FOREIGN = generateKeyPairSync('rsa', { modulusLength: 2048 });
const CURVE = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A good token, but for what is said. */
function token(provider: Provider, of: Partial<TokenOf> = {}): string {
  return provider.token({ appId: APP, serviceUrl: SERVICE, now: NOW, ...of });
}

function partsOf(text: string): [string, string, string] {
  const [head = '', body = '', tail = ''] = text.split('.');
  return [head, body, tail];
}

function bearer(name: string, verdict: Case['verdict'], of: Partial<TokenOf>, on: object = activity()): Case {
  return { name, verdict, headers: (provider) => [`Bearer ${token(provider, of)}`], activity: on };
}

function raw(name: string, verdict: Case['verdict'], headers: (good: string, provider: Provider) => readonly string[] | Promise<readonly string[]>): Case {
  return { name, verdict, headers: (provider) => headers(token(provider), provider), activity: activity() };
}

/** Signed by somebody else's hand: the head and what is said are as good as can be. */
function byHand(name: string, verdict: Case['verdict'], header: object, hand: (text: string, newest: KeyObject) => Buffer): Case {
  return raw(name, verdict, async (good, provider) => {
    const [, body] = partsOf(good);
    const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: provider.kids.at(-1), ...header })}.${body}`;
    return [`Bearer ${text}.${hand(text, await publicKeyOf(provider)).toString('base64url')}`];
  });
}

/** The newest key, as everybody can read it. */
async function publicKeyOf(provider: Provider): Promise<KeyObject> {
  const answer = await fetch(provider.url.replace('openidconfiguration', 'keys'));
  const { keys } = (await answer.json()) as { keys: JsonWebKeyInput['key'][] };
  return createPublicKey({ key: keys.at(-1) ?? {}, format: 'jwk' });
}

const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' });
const hmac = (text: string, key: KeyObject) => createHmac('sha256', pem(key)).update(text).digest();

export const GENUINE: readonly Case[] = [
  bearer('given just now', 'ok', {}),
  bearer('given with the key before the newest', 'ok', { key: 'key-1' }),
  bearer('over since a second less than five minutes', 'ok', { claims: { exp: SECONDS - 299 } }),
  bearer('good in five minutes', 'ok', { claims: { nbf: SECONDS + 300 } }),
  bearer('that does not say from when', 'ok', { claims: { nbf: undefined } }),
  bearer('that says more than we know', 'ok', { claims: { tid: 'elsewhere', appid: 'x', ver: '2.0' }, header: { x5c: ['a'], jku: 'https://evil.example/' } }),
  bearer('for an activity that names its organisation once', 'ok', {}, activity({ channelData: undefined })),
];

export const FORGED: readonly Case[] = [
  raw('nothing', 'unsigned', () => []),
  raw('an empty header', 'malformed', () => ['']),
  raw('a scheme alone', 'malformed', () => ['Bearer']),
  raw('a small bearer', 'malformed', (good) => [`bearer ${good}`]),
  raw('a large bearer', 'malformed', (good) => [`BEARER ${good}`]),
  raw('another scheme', 'malformed', (good) => [`Basic ${good}`]),
  raw('no scheme', 'malformed', (good) => [good]),
  raw('two spaces', 'malformed', (good) => [`Bearer  ${good}`]),
  raw('two good headers', 'malformed', (good) => [`Bearer ${good}`, `Bearer ${good}`]),
  raw('a good header after a bad one', 'malformed', (good) => ['Bearer x', `Bearer ${good}`]),
  raw('a good header before a bad one', 'malformed', (good) => [`Bearer ${good}`, 'Bearer x']),
  raw('a token without its signature', 'malformed', (good) => [`Bearer ${partsOf(good).slice(0, 2).join('.')}`]),
  raw('four parts', 'malformed', (good) => [`Bearer ${good}.e30`]),
  raw('padding', 'malformed', (good) => [`Bearer ${good}==`]),
  raw('the same signature in other letters', 'malformed', (good) => [`Bearer ${good.slice(0, -1)}${otherSpelling(good.at(-1))}`]),
  raw('a shorter signature', 'forged', (good) => [`Bearer ${partsOf(good).with(2, bytesOf(good).subarray(1).toString('base64url')).join('.')}`]),
  raw('the signature of another token', 'forged', (good, provider) => [
    `Bearer ${good.slice(0, good.lastIndexOf('.'))}.${partsOf(token(provider, { claims: { jti: 'x' } }))[2]}`,
  ]),
  raw('what it says said anew', 'forged', (good) => [
    `Bearer ${partsOf(good)
      .with(1, encoded({ ...said(good), jti: 'x' }))
      .join('.')}`,
  ]),
  raw('its head written anew', 'forged', (good, provider) => [
    `Bearer ${partsOf(good)
      .with(0, encoded({ kid: provider.kids.at(-1), alg: 'RS256' }))
      .join('.')}`,
  ]),
  raw('alg none and no signature', 'malformed', (good) => [`Bearer ${encoded({ alg: 'none', kid: 'key-2' })}.${partsOf(good)[1]}.`]),
  byHand('alg none and some signature', 'algorithm', { alg: 'none' }, () => Buffer.from('x')),
  byHand('alg None', 'algorithm', { alg: 'None' }, () => Buffer.from('x')),
  byHand('HS256 with the public key as its secret', 'algorithm', { alg: 'HS256' }, hmac),
  byHand('HS256 under the name of RS256', 'forged', {}, hmac),
  byHand('ES256', 'algorithm', { alg: 'ES256' }, (text) => sign('sha256', Buffer.from(text), { key: CURVE.privateKey, dsaEncoding: 'ieee-p1363' })),
  byHand('another’s key under the name of a good one', 'forged', {}, (text) => sign('sha256', Buffer.from(text), FOREIGN.privateKey)),
  byHand('another’s key that comes along', 'forged', { jwk: FOREIGN.publicKey.export({ format: 'jwk' }) }, (text) =>
    sign('sha256', Buffer.from(text), FOREIGN.privateKey),
  ),
  ...['RS384', 'RS512', 'PS256', 'PS384', 'rs256', ''].map((alg) => bearer(`alg ${JSON.stringify(alg)}`, 'algorithm', { header: { alg } })),
  ...[undefined, null, ['RS256'], 256].map((alg) => bearer(`alg ${JSON.stringify(alg)}`, 'malformed', { header: { alg } })),
  ...[undefined, null, '', 2, { toString: 'key-2' }].map((kid) => bearer(`kid ${JSON.stringify(kid)}`, 'malformed', { header: { kid } })),
  ...['key-9', 'KEY-2', '__proto__', '../key-2'].map((kid) => bearer(`kid ${kid}`, 'unknown-key', { header: { kid } })),
  bearer('a key of another channel', 'foreign-key', { key: 'webchat' }),
  bearer('a head that has to be understood', 'malformed', { header: { crit: ['exp'] } }),
  ...[
    'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
    `https://sts.windows.net/${TENANT}/`,
    'https://api.botframework.us',
    `${ISSUER}/`,
    'http://api.botframework.com',
    '',
  ].map((iss) => bearer(`the issuer ${iss}`, 'issuer', { claims: { iss, ver: '2.0', azp: APP, appid: APP } })),
  ...[undefined, [ISSUER]].map((iss) => bearer(`the issuer ${JSON.stringify(iss)}`, 'malformed', { claims: { iss } })),
  ...['another bot', '', APP.toUpperCase(), `${APP} `, ISSUER].map((aud) => bearer(`the audience ${JSON.stringify(aud)}`, 'audience', { claims: { aud } })),
  ...[undefined, null, [APP]].map((aud) => bearer(`the audience ${JSON.stringify(aud)}`, 'malformed', { claims: { aud } })),
  bearer('over since five minutes', 'expired', { claims: { exp: SECONDS - 300 } }),
  bearer('over since a year', 'expired', { now: NOW - 365 * 24 * 3_600_000 }),
  ...[undefined, null, `${SECONDS + 60}`].map((exp) => bearer(`over at ${JSON.stringify(exp)}`, 'malformed', { claims: { exp } })),
  bearer('good in five minutes and a second', 'early', { claims: { nbf: SECONDS + 301 } }),
  bearer('good from a text on', 'malformed', { claims: { nbf: 'now' } }),
  ...[undefined, '', SERVICE.slice(0, -1), SERVICE.toUpperCase(), 'https://smba.trafficmanager.net/amer/'].map((serviceurl) =>
    bearer(`for the service at ${serviceurl}`, serviceurl === undefined ? 'malformed' : 'service-url', { claims: { serviceurl } }),
  ),
  ...['https://evil.example/', 'http://smba.trafficmanager.net/emea/', 'https://smba.trafficmanager.net@evil.example/', 'http://169.254.169.254/'].map(
    (serviceUrl) => bearer(`for and from ${serviceUrl}`, 'forbidden-host', { serviceUrl }, activity({ serviceUrl })),
  ),
  ...['emulator', 'webchat', 'directline', 'AseChannel', 'MSTeams', ''].map((channelId) =>
    bearer(`for the channel ${channelId}`, 'channel', {}, activity({ channelId })),
  ),
  bearer(
    'for somebody else’s organisation',
    'tenant',
    {},
    activity({ conversation: { id: 'a:1', tenantId: 'other' }, channelData: { tenant: { id: 'other' } } }),
  ),
  bearer('for two organisations', 'tenant', {}, activity({ channelData: { tenant: { id: 'other' } } })),
  bearer('for no organisation', 'tenant', {}, activity({ conversation: { id: 'a:1' }, channelData: {} })),
];

function bytesOf(good: string): Buffer {
  return Buffer.from(partsOf(good)[2], 'base64url');
}

function said(good: string): object {
  return JSON.parse(Buffer.from(partsOf(good)[1], 'base64url').toString()) as object;
}

/** The last letter of a signature of 256 bytes carries two bits; the other four are anybody's. */
function otherSpelling(letter = ''): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[alphabet.indexOf(letter) + 1] ?? '';
}

/** Signed by an attacker as well as they can. */
export function foreign(of: Partial<TokenOf>, provider: Provider): string {
  const [head, body] = partsOf(token(provider, of));
  const [header, claims] = [head, body].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
  return signed(header ?? {}, claims ?? {}, FOREIGN.privateKey);
}
