// Who signed a request, and when (F1).

import { assert, constantFrom, integer, property, tuple, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SignedRequest, verifierOf } from '../../../../adapters/slack/receive/verify.ts';
import { isFault } from '../../../../src/fault.ts';
import { type Instant, plus } from '../../../../src/time.ts';
import { signed } from '../../../support/slack/sign.ts';
import { NOW, OLD_SECRET, SECONDS, SECRET } from './door.ts';
import { FORGED, GENUINE } from './signatures.ts';

const verify = verifierOf([SECRET, OLD_SECRET]);

/** As Node gives headers to those who ask: joined where they came twice. */
function joined(headers: readonly (readonly [string, string])[], name: string): string | undefined {
  const values = headers.filter(([key]) => key === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(', ');
}

function requestOf(secret: string, rawBody: Uint8Array, at: number): SignedRequest {
  const headers = signed(secret, rawBody, at);
  return { rawBody, timestamp: headers['x-slack-request-timestamp'], signature: headers['x-slack-signature'] };
}

describe('a request', () => {
  it.each([...GENUINE, ...FORGED])('is $verdict: $name (F1)', ({ headers, body, verdict }) => {
    const request = { timestamp: joined(headers, 'x-slack-request-timestamp'), signature: joined(headers, 'x-slack-signature') };
    expect(verify({ ...request, rawBody: Buffer.from(body) }, NOW)).toBe(verdict);
  });

  it.each(['', ' ', ` ${SECONDS}`, `${SECONDS} `, `${SECONDS}\n`, `-${SECONDS}`, '1_795_343_000', '１７９５３４３０００', 'Infinity', '0'])(
    'is malformed with the time %j, though that is what was signed (F1)',
    (timestamp) => {
      const rawBody = Buffer.from('token=x');
      expect(verify({ rawBody, timestamp, signature: signed(SECRET, rawBody, timestamp)['x-slack-signature'] }, NOW)).toBe('malformed');
    },
  );

  it('is Slack’s with any body, signed with either secret, whenever in the ten minutes around now (F1)', () => {
    const moments = integer({ min: -300, max: 300 });
    assert(
      property(uint8Array({ maxLength: 2000 }), moments, integer({ min: 0, max: 999 }), constantFrom(SECRET, OLD_SECRET), (body, skew, ms, secret) => {
        expect(verify(requestOf(secret, body, SECONDS + skew), plus(NOW, ms))).toBe('ok');
      }),
      { numRuns: 2000 },
    );
  });

  it('is nobody’s once a single bit of body, time or signature is another (F1)', () => {
    const bit = tuple(constantFrom('rawBody', 'timestamp', 'signature'), integer({ min: 0, max: 1_000_000 }));
    let accepted = 0;
    assert(
      property(uint8Array({ minLength: 1, maxLength: 500 }), integer({ min: -300, max: 300 }), bit, (body, skew, [part, at]) => {
        if (verify(flipped(requestOf(SECRET, body, SECONDS + skew), part, at), NOW) === 'ok') accepted++;
      }),
      { numRuns: 10_000 },
    );
    expect(accepted).toBe(0);
  });

  it('is stale for ever after, at whatever hour the clock stands (F1)', () => {
    const request = requestOf(SECRET, Buffer.from('a=b'), SECONDS);
    assert(
      property(integer({ min: 301, max: 10_000_000 }), constantFrom(1, -1), (seconds, way) => {
        expect(verify(request, (NOW + way * seconds * 1000) as Instant)).toBe('stale');
      }),
    );
  });
});

describe('a secret', () => {
  it.each([[[]], [['']], [['  ']], [[SECRET, '']]])('that is missing or empty is a fault at the start: %j (F1)', (secrets) => {
    expect(() => verifierOf(secrets)).toThrow(expect.toSatisfy((error: unknown) => isFault(error, 'config')));
  });
});

function flipped(request: SignedRequest, part: keyof SignedRequest, at: number): SignedRequest {
  const bytes = Buffer.from(request[part] ?? '');
  const index = at % (bytes.length * 8);
  bytes[index >> 3] = (bytes[index >> 3] ?? 0) ^ (1 << (index & 7));
  return { ...request, [part]: part === 'rawBody' ? bytes : bytes.toString('latin1') };
}
