// Strangers become known, and people who were listed are found again, never taken over.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/bot/actions/dispatch.ts';
import { emailOf, introduce, isTimeZone, type Person } from '../../../src/mentoring/people/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { buttonsOf, createWorld, type World } from '../../support/world.ts';

// One database, a new organisation for each test.
let database: Database;
let world: World;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  world = await createWorld({ database });
});
afterAll(() => database.close());

async function appear(profile: Caller['profile'], of: Partial<Caller> = {}) {
  const caller = { platform: 'web', externalId: 'u1', ...(profile ? { profile } : {}), ...of };
  return world.tx((tx) => introduce(tx, world.tenantId, caller, world.clock.now(), world.ids));
}

async function list(email: string): Promise<Person> {
  const anna = await world.person('Anna Lind');
  await world.grant(anna, 'programme');
  await world.submit(anna, await world.command(anna, '/cohort import'), { csv: `name,email,role\nBo Ek,${email},mentor` });
  const [bo] = await world.tx((tx) => tx.people.find({ email: email.toLowerCase() }));
  if (!bo) throw new Error('not listed');
  return bo;
}

describe('a stranger', () => {
  it('becomes a person with the language and time zone of the platform', async () => {
    const actor = await appear({ name: ' Eva\u202e Å ', email: 'Eva@Example.org', locale: 'sv-SE', timeZone: 'Europe/Helsinki' });
    expect(actor).toMatchObject({ name: 'Eva Å', language: 'sv', timeZone: 'Europe/Helsinki', grants: [], participations: [] });
    expect(await world.tx((tx) => tx.people.get(actor?.personId ?? ''))).toMatchObject({ name: 'Eva Å', email: 'eva@example.org' });
    expect(await world.tx((tx) => tx.accounts.find({ personId: actor?.personId ?? '' }))).toMatchObject([
      { platform: 'web', externalId: 'u1', reachable: true },
    ]);
  });

  it('gets the organisation’s language and time zone where the platform’s are unknown', async () => {
    expect(await appear({ name: 'Eva', email: null, locale: 'fi', timeZone: 'Mars/Olympus' })).toMatchObject({ language: 'en', timeZone: 'Europe/Stockholm' });
  });

  it('stays a stranger without a name', async () => {
    expect(await appear(undefined)).toBeNull();
    expect(await appear({ name: ' \0 ', email: 'x@example.org' })).toBeNull();
    expect(await world.tx((tx) => tx.people.find({}))).toEqual([]);
  });
});

describe('a person whom a coordinator listed (C13)', () => {
  it('is the one who comes with that e-mail, and is asked then', async () => {
    const bo = await list('Bo@Example.org');
    const actor = await appear({ name: 'Bosse', email: 'BO@example.org', locale: 'es' }, { externalId: bo.id });
    expect(actor).toMatchObject({ personId: bo.id, name: 'Bo Ek', language: 'es' });
    expect(actor?.participations).toMatchObject([{ cohortId: world.cohort.id, programmeId: world.programme.id, role: 'mentor', state: 'draft' }]);
    await world.deliver();
    const [asked] = world.inbox(bo);
    expect(asked?.text).toContain('La coordinación de Mentor Match te ha apuntado en la lista de Autumn 2026, como mentor o mentora.');
    expect(asked && buttonsOf(asked).map((button) => button.action)).toEqual(['orientation.join', 'orientation.withdraw']);
    expect(world.words(await world.click(bo, asked ?? { kind: 'done' }, 'orientation.join'))).not.toBe('');
  });

  it('keeps the roles that were prepared', async () => {
    const bo = await list('bo@example.org');
    await world.grant(bo, 'matching');
    expect((await appear({ name: 'Bo', email: 'bo@example.org' }))?.grants).toEqual([{ programmeId: world.programme.id, role: 'matching' }]);
  });

  it('is not asked again once the no is said', async () => {
    const bo = await list('bo@example.org');
    await world.tx(async (tx) => {
      for (const one of await tx.participations.find({ personId: bo.id })) tx.participations.put({ ...one, state: 'withdrawn' });
    });
    await appear({ name: 'Bo', email: 'bo@example.org' });
    await world.deliver();
    expect(world.inbox(bo)).toEqual([]);
  });

  it('is not taken over by e-mail alone once there is an account elsewhere', async () => {
    const eva = await world.person('Eva Å', { email: 'eva@example.org' });
    const actor = await appear({ name: 'Eva Å', email: 'eva@example.org' }, { platform: 'teams' });
    expect(actor?.personId).not.toBe(eva.id);
    expect(await world.tx((tx) => tx.people.find({ email: 'eva@example.org' }))).toHaveLength(2);
  });

  it('becomes one person only, when two accounts with the e-mail appear at once', async () => {
    const bo = await list('bo@example.org');
    const both = await Promise.allSettled(['a', 'b'].map((externalId) => appear({ name: 'Bo', email: 'bo@example.org' }, { externalId })));
    const linked = both.flatMap((one) => (one.status === 'fulfilled' && one.value?.personId === bo.id ? [one.value] : []));
    expect(linked).toHaveLength(1);
    expect(await world.tx((tx) => tx.accounts.find({ personId: bo.id }))).toHaveLength(1);
  });
});

describe('facts', () => {
  it.each(['', 'bo', 'bo@', '@x.org', 'bo@x', 'a b@x.org', 'bo@x..org', '<bo@x.org>', `${'x'.repeat(250)}@x.org`])('%j is no e-mail address', (text) =>
    expect(emailOf(text)).toBeNull(),
  );
  it.each([' Bo@X.org ', 'å.ä+ö@exämple.se', 'a@b.co.uk'])('%j is one', (text) => expect(emailOf(text)).toBe(text.trim().toLowerCase()));
  it('knows time zones', () => expect(['Europe/Madrid', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]));
});
