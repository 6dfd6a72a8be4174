// Encryption at rest and opaque tokens: AES-256-GCM, a random 96-bit nonce, the key's id in front, the purpose authenticated.

import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';
import { BotError } from '../fault.ts';
import type { Secrets } from '../ports.ts';

/**
 * `keys`: 32 bytes each; the first one seals, all of them open, so that a key can be changed while old rows remain.
 * A sealed text is `<key id>.<nonce, ciphertext and tag in base64url>`.
 */
export function secretsOf(keys: readonly [Buffer, ...Buffer[]]): Secrets {
  for (const key of keys) if (key.length !== 32) throw new BotError('config', 'a key must be 32 bytes long');
  const byId = new Map(keys.map((key) => [keyId(key), createSecretKey(key)]));
  const [current, key] = [keyId(keys[0]), createSecretKey(keys[0])];

  return {
    seal(plain, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${current}.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
    },

    open(sealed, purpose) {
      const [id = '', body = ''] = sealed.split('.', 2);
      const key = byId.get(id);
      const bytes = Buffer.from(body, 'base64url');
      if (!key || bytes.length < 28) throw new BotError('sealed-unreadable', 'no such key, or not sealed');
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
        cipher.setAAD(Buffer.from(purpose));
        cipher.setAuthTag(bytes.subarray(-16));
        return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString('utf8');
      } catch (error) {
        throw new BotError('sealed-unreadable', 'altered, or sealed for another purpose', error);
      }
    },
  };
}

/** Says which key without saying anything of it. */
function keyId(key: Buffer): string {
  return createHash('sha256').update('key id').update(key).digest('base64url').slice(0, 8);
}
