// The log holds ids, and nobody's words, names or secrets.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BotError } from '../../../src/fault.ts';
import { logOf } from '../../../src/runtime/log.ts';

function logged(secrets: readonly string[] = []) {
  const lines: string[] = [];
  return { lines, log: logOf({ level: 'info', secrets, to: { write: (line) => void lines.push(line) } }) };
}

it('writes an event and its ids', () => {
  const { lines, log } = logged();
  log.info('delivery', { tenantId: '01k4', attempts: 2, sure: true, nothing: undefined });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'delivery', tenantId: '01k4', attempts: 2, sure: true });
});

it('withholds whatever is more than a word', () => {
  const { lines, log } = logged();
  log.warn('delivery', { name: 'Anna Lind', mail: 'anna@example.org', id: 'person:01k4' });
  expect(lines[0]).not.toMatch(/Anna|example/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: '[withheld]', mail: '[withheld]', id: 'person:01k4' });
});

it('keeps the messages of our own faults, and of no library: those quote what people wrote', () => {
  const { lines, log } = logged();
  const cause = Object.assign(new Error('value "Anna Lind" too long'), { code: '22001' });
  log.error('dispatch.fault', {}, new BotError('database', 'the write failed', cause));
  log.error('dispatch.fault', {}, new BotError('unknown-action', 'Anna says <hi>'));
  expect(lines.join('')).not.toContain('Anna');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ fault: { kind: 'BotError', code: 'database', message: 'the write failed', cause: { code: '22001' } } });
});

it('blots out a registered secret in every form and place (F18)', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 12, maxLength: 40, unit: 'grapheme' }), fc.integer({ min: 0, max: 5 }), (secret, shift) => {
      const { lines, log } = logged([secret]);
      const around = Buffer.from(`${'x'.repeat(shift)}${secret}yyy`);
      const shapes = [
        secret,
        Buffer.from(secret).toString('base64'),
        Buffer.from(secret).toString('base64url'),
        around.toString('base64'),
        around.toString('base64url'),
      ];
      for (const shape of shapes) log.error('dispatch.fault', {}, new BotError('database', shape));
      const inner = Buffer.from(secret).toString('base64').slice(4, -4);
      for (const line of lines) {
        expect(line).toContain('[secret]');
        if (inner.length >= 12) expect(line).not.toContain(inner);
      }
    }),
  );
});

it('has events that are fixed words in the whole of the code', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const files = ['src', 'adapters'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  );
  const sources = files.filter((name) => name.endsWith('.ts') && !name.includes('generated'));
  const calls = sources.flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/\blog\.(?:info|warn|error)\(\s*([^,)\n]*)/g)].map((call) => call[1] ?? ''));
  expect(sources.length).toBeGreaterThan(50);
  expect(calls.length).toBeGreaterThan(5);
  expect(calls.filter((first) => !/^'[a-z]+(?:\.[a-z-]+)*'$/.test(first))).toEqual([]);
});
