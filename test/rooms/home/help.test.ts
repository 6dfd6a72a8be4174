// Help: what one can write, and a guess at what was meant.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandIntent } from '../../../src/bot/actions/commands.ts';
import { commandsFor } from '../../../src/mentoring/home/help.ts';
import { ACTIONS, COMMANDS } from '../../../src/mentoring/table.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('help', () => {
  it.each([
    ['en', '/mentor help', 'This is what you can do here:', '/mentor language sv|en|es – choose the language'],
    ['sv', '/mentor hjälp', 'Det här kan du göra här:', '/mentor language sv|en|es – välj språk'],
    ['es', '/mentor ayuda', 'Esto es lo que puedes hacer aquí:', '/mentor language sv|en|es – elige en qué idioma'],
  ] as const)('lists what one can write (%s)', async (language, line, opening, row) => {
    const anna = await world.person('Anna Lind', { language });
    const words = world.words(await world.command(anna, line));
    expect(words.split('\n')[0]).toBe(opening);
    expect(words).toContain(row);
  });

  it('lists what coordinators write to coordinators only', async () => {
    const bo = await world.person('Bo Ek');
    const carla = await world.person('Carla Ruiz');
    await world.grant(carla, 'read-only');
    expect(world.words(await world.command(bo, '/mentor help'))).not.toMatch(/\/(cohort|match)\b/);
    expect(world.words(await world.command(carla, '/mentor help'))).toMatch(/\/cohort\b/);
  });

  it('says each thing once, and knows every command of every room', () => {
    const all = commandsFor(COMMANDS, true);
    expect(new Set(all)).toEqual(new Set(COMMANDS));
    for (const row of all) expect(ACTIONS.has(row.action), row.action).toBe(true);
    const spelt = all.flatMap((row) => [row.word, ...row.also].map((word) => (row.word === '' && word !== '' ? `/${word}` : `${row.command} ${word}`)));
    expect(spelt.filter((one, index) => spelt.indexOf(one) !== index)).toEqual([]);
  });

  it('guesses at a slip of the finger', async () => {
    const eva = await world.person('Eva Ros', { language: 'sv' });
    expect(world.words(await world.command(eva, '/mentor jion'))).toContain('Jag känner inte till ”/mentor jion”. Menade du /mentor join?');
    expect(world.words(await world.command(eva, 'mentro help'))).toContain('Menade du /mentor help?');
  });

  it.each([
    ['en', '/mentor join – sign up', '/mentor language sv|en|es – choose', 'Did you mean /mentor join?'],
    ['sv', '/mentor anmälan – anmäl dig', '/mentor språk sv|en|es – välj', 'Menade du /mentor anmälan?'],
    ['es', '/mentor inscripción – inscríbete', '/mentor idioma sv|en|es – elige', '¿Querías decir /mentor inscripción?'],
  ] as const)('tells commands by their names in one’s own language where they have them: in Teams (%s)', async (language, join, choose, guess) => {
    const nora = await world.person('Nora Falk', { language });
    const account = { platform: 'teams', externalId: nora.id };
    await world.tx(async (tx) => tx.accounts.put({ id: world.ids.next(), personId: nora.id, conversation: '', reachable: true, ...account }));
    const ask = async (line: string) =>
      world.words(await world.dispatch({ tenantId: world.tenantId, caller: account, eventId: world.ids.next(), ...commandIntent(COMMANDS, line) }));
    const words = await ask('help');
    expect(words).toContain(join);
    expect(words).toContain(choose);
    expect(await ask('mentor jion')).toContain(guess);
  });

  it('never guesses a command that is not for the reader', async () => {
    const leo = await world.person('Leo Sand');
    const words = world.words(await world.command(leo, '/cohort shwo'));
    expect(words).not.toContain('Did you mean');
    expect(words).not.toContain('/cohort show');
  });

  it('repeats what was typed as plain words, however strange', async () => {
    const mia = await world.person('Mia Holm');
    const reply = await world.command(mia, '/mentor <!channel> <script>\u0000[x](http://evil)');
    expect(reply.kind).toBe('done');
    expect(world.words(reply)).toContain('I do not know “/mentor <!channel> <script>');
    const long = await world.command(mia, `/mentor ${'x'.repeat(10_000)}`);
    expect(long.kind).toBe('done');
  });
});
