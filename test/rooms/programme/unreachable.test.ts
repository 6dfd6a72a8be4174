// Nobody is left out in silence, not even by a closed account.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportUnreachable } from '../../../src/mentoring/programme/index.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('a person whom no message reaches', () => {
  it('is made known to those who run the programme, each in their own language, and to nobody else', async () => {
    const [anna, eva, bo] = [await world.person('Anna Lind', { language: 'sv' }), await world.person('Eva Mol'), await world.person('Bo Ek')];
    await world.grant(anna, 'programme');
    await world.grant(eva, 'read-only');
    await world.join(bo, 'mentee');
    await world.tx(async (tx) => {
      const [account] = await tx.accounts.find({ personId: bo.id });
      if (account) tx.accounts.put({ ...account, reachable: false });
      await reportUnreachable(tx, bo.id);
    });
    await world.deliver();
    expect(world.inbox(anna).map((one) => one.text)).toEqual([expect.stringContaining('Våra meddelanden når inte längre Bo Ek')]);
    expect(world.inbox(eva)).toEqual([]);
    expect(world.inbox(bo)).toEqual([]);
  });

  it('is not spoken of once messages arrive again', async () => {
    const [carl, dan] = [await world.person('Carl Alm'), await world.person('Dan Berg')];
    await world.grant(carl, 'programme');
    await world.join(dan, 'mentor');
    await world.tx((tx) => reportUnreachable(tx, dan.id));
    await world.deliver();
    expect(world.inbox(carl)).toEqual([]);
  });
});
