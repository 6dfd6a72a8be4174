// Those who sign requests to bots, on this computer: their OpenID document, their keys, and tokens as they give them.

import { constants, createSign, generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ISSUER = 'https://api.botframework.com';

const DOCUMENT = '/v1/.well-known/openidconfiguration';
const KEYS = '/v1/.well-known/keys';
const HOUR = 3600;
/** They take long to make: all providers of a process have the same. */
const pool: KeyPairKeyObjectResult[] = [];

export interface TokenOf {
  readonly appId: string;
  readonly serviceUrl: string;
  /** Milliseconds since 1970; now, unless said. */
  readonly now?: number;
  /** Put over what a good token says; what is `undefined` is left out. */
  readonly claims?: object;
  readonly header?: object;
  /** The `kid` of a key that there is or was; the newest, unless said. */
  readonly key?: string;
}

export interface Provider {
  /** Of the OpenID document. */
  readonly url: string;
  token(of: TokenOf): string;
  /** From now on a new key signs; the oldest is given out no more. */
  rotate(): void;
  /** Whoever asks is cut off. */
  down(yes: boolean): void;
  /** Whoever asks waits until it is over. */
  hang(yes: boolean): void;
  /** Every request is answered with this text and status, until `null`. */
  say(answer: { readonly status?: number; readonly text: string; readonly only?: 'keys' } | null): void;
  /** The `kid`s given out, the newest last; `webchat` signs for another channel. */
  readonly kids: readonly string[];
  /** The paths that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

interface Pair {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: object;
}

export async function openProvider(): Promise<Provider> {
  const made: Pair[] = [];
  let given: Pair[] = [];
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  let isDown = false;
  let hangs = false;
  let said: Parameters<Provider['say']>[0] = null;

  function make(kid: string, endorsements: readonly string[]): Pair {
    const { privateKey, publicKey } = (pool[made.length] ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
    const pair = { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid, x5t: kid, endorsements } };
    made.push(pair);
    return pair;
  }

  function answer(path: string, response: ServerResponse): void {
    if (isDown) return void response.destroy();
    if (said && (said.only !== 'keys' || path === KEYS)) return send(response, said.status ?? 200, said.text);
    if (path === DOCUMENT) return send(response, 200, JSON.stringify(documentOf(origin)));
    if (path === KEYS) return send(response, 200, JSON.stringify({ keys: given.map(({ jwk }) => jwk) }));
    send(response, 404, '');
  }

  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (hangs) waiting.push(() => answer(path, response));
    else answer(path, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  given = [make('webchat', ['webchat']), make('key-1', ['webchat', 'msteams']), make('key-2', ['msteams'])];

  return {
    url: `${origin}${DOCUMENT}`,
    token({ appId, serviceUrl, now = Date.now(), claims = {}, header = {}, key }) {
      const pair = key === undefined ? given.at(-1) : made.find(({ kid }) => kid === key);
      if (!pair) throw new Error(`there is no key ${key}`);
      const seconds = Math.floor(now / 1000);
      const good = { serviceurl: serviceUrl, nbf: seconds, exp: seconds + HOUR, iss: ISSUER, aud: appId };
      return signed({ alg: 'RS256', kid: pair.kid, x5t: pair.kid, typ: 'JWT', ...header }, { ...good, ...claims }, pair.privateKey);
    },
    rotate: () => void (given = [...given.slice(1), make(`key-${made.length}`, ['msteams'])]),
    down: (yes) => void (isDown = yes),
    hang(yes) {
      hangs = yes;
      if (!yes) for (const go of waiting.splice(0)) go();
    },
    say: (what) => void (said = what),
    get kids() {
      return given.map(({ kid }) => kid);
    },
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Signed as the header's `alg` says, or by RS256 where that is no algorithm of an RSA key. */
export function signed(header: object, claims: object, key: KeyObject): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  const [, family, bits = '256'] = /^(RS|PS)(256|384|512)$/.exec(String((header as { alg?: unknown }).alg)) ?? [];
  const padding = family === 'PS' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const signature = createSign(`RSA-SHA${bits}`).update(text).sign({ key, padding });
  return `${text}.${signature.toString('base64url')}`;
}

export function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function documentOf(origin: string): object {
  return {
    issuer: ISSUER,
    authorization_endpoint: 'https://invalid.botframework.com/',
    jwks_uri: `${origin}${KEYS}`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(text);
}
