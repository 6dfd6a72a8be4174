// Whether a token is one that Microsoft gives to those who bring us what happens in Teams. Of all that the library would take
// (skills, its emulator, other clouds) there is one kind only here, and the time is the clock's.

import { constants, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../../src/time.ts';

const ISSUER = 'https://api.botframework.com';
/** How far the clocks of Microsoft and ours may be apart, in seconds. */
const GRACE = 300;

/** What is wrong: for the log, and never for the one who asked. */
export type TokenFault = 'unsigned' | 'malformed' | 'algorithm' | 'issuer' | 'audience' | 'expired' | 'early';

export interface Token {
  readonly kid: string;
  /** Where the activity says that it comes from: it has to say the same. */
  readonly serviceUrl: string;
  readonly signedText: Buffer;
  readonly signature: Buffer;
}

/** A header that came twice is joined by a comma, and so of no form that Microsoft sends. */
const FORM = /^Bearer ([\w-]{1,2000})\.([\w-]{1,8000})\.([\w-]{1,1400})$/;

const headerSchema = z.looseObject({ alg: z.string(), kid: z.string().min(1).max(200), crit: z.never().optional() });
const claimsSchema = z.looseObject({ iss: z.string(), aud: z.string(), exp: z.number(), nbf: z.number().optional(), serviceurl: z.string() });

/** All but the signature: who signed is asked only where all else is right. */
export function tokenIn(authorization: string | undefined, of: { readonly appId: string; readonly now: Instant }): Token | TokenFault {
  if (authorization === undefined) return 'unsigned';
  const [, head = '', body = '', tail = ''] = FORM.exec(authorization) ?? [];
  const [header, claims, signature] = [json(head), json(body), bytes(tail)];
  const { alg, kid } = headerSchema.safeParse(header).data ?? {};
  // Said before the rest: it is what an attacker tries first.
  if (kid === undefined || !signature) return 'malformed';
  if (alg !== 'RS256') return 'algorithm';
  const said = claimsSchema.safeParse(claims).data;
  if (!said) return 'malformed';
  if (said.iss !== ISSUER) return 'issuer';
  if (said.aud !== of.appId) return 'audience';
  const seconds = of.now / 1000;
  if (seconds >= said.exp + GRACE) return 'expired';
  if (said.nbf !== undefined && seconds < said.nbf - GRACE) return 'early';
  return { kid, serviceUrl: said.serviceurl, signedText: Buffer.from(`${head}.${body}`), signature };
}

/** The algorithm is ours to choose: what the header names has been compared, and is not asked again. */
export function isSigned({ signedText, signature }: Token, key: KeyObject): boolean {
  return verify('RSA-SHA256', signedText, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
}

function json(part: string): unknown {
  try {
    return JSON.parse(bytes(part)?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}

/** `null` where the same bytes could be written in another way: one token has one text. */
function bytes(part: string): Buffer | null {
  const found = Buffer.from(part, 'base64url');
  return part !== '' && found.toString('base64url') === part ? found : null;
}
