// The page that everyone opens first: it says where one stands and what one can do now, never more.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { actions, paragraph } from '../../../src/bot/views/view.ts';
import { say } from '../../../src/bot/views/text.ts';
import { oneMain } from '../../../src/mentoring/home/views.ts';
import { DAY, plus } from '../../../src/time.ts';
import { buttonsOf, createWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const labels = (reply: Reply) => buttonsOf(reply).map((button) => button.label);
const mains = (reply: Reply) => buttonsOf(reply).filter((button) => button.style === 'main');

describe('home', () => {
  it('shows a newcomer how to begin', async () => {
    const anna = await world.person('Anna Lind');
    const home = await world.command(anna, '/mentor');
    expect(home.answer?.type).toBe('home');
    expect(world.words(home)).toContain('You are not in a programme yet.');
    expect(labels(home)).toEqual(['Read about it', 'What I can write']);
    expect(mains(home)).toHaveLength(1);
    expect(world.words(await world.click(anna, home, 'orientation.join'))).toContain('Before you begin');
  });

  it.each([
    ['en', 'Stage 1 of 7: Orientation and matching.', 'before the start on Thursday 24 September. You are asked here first'],
    ['sv', 'Steg 1 av 7: Programorientering och matchning.', 'före starten torsdag 24 september. Du får frågan här först'],
    ['es', 'Etapa 1 de 7: Orientación del programa y emparejamiento.', 'antes del comienzo, el jueves 24 de septiembre. Te preguntaremos aquí primero'],
  ] as const)('tells whoever waits what happens next, and by when (%s, S0.1)', async (language, stage, next) => {
    const bo = await world.person('Bo Ek', { language });
    await world.join(bo, 'mentee');
    const words = world.words(await world.command(bo, '/mentor'));
    expect(words).toContain(stage);
    expect(words).toContain(next);
  });

  it('shows a pair who it is and since when, and where the two stand in the seven stages', async () => {
    const eva = await world.person('Eva Ros', { language: 'sv' });
    const leo = await world.person('Leo Sand', { language: 'es' });
    const pair = await world.pair(await world.join(eva, 'mentee'), await world.join(leo, 'mentor'));
    await world.tx(async (tx) => {
      await tx.pairs.get(pair.id);
      tx.pairs.put({ ...pair, stage: 4 });
    });
    const hers = await world.command(eva, '/mentor');
    expect(world.words(hers)).toContain('Din mentor: Leo Sand');
    expect(world.words(hers)).toContain('1 sep. 2026');
    expect(world.words(hers)).toContain('Steg 4 av 7: Regelbundna möten och stöd');
    const progress = hers.answer?.type === 'home' ? hers.answer.blocks.find((block) => block.block === 'progress') : undefined;
    expect(progress).toMatchObject({ done: 4, of: 7 });
    const his = world.words(await world.command(leo, '/mentor'));
    expect(his).toContain('Tu mentorizado/a: Eva Ros');
    expect(his).not.toContain('La coordinación está buscando');
  });

  it('keeps looking for whoever takes part as both and has found only one of the two (S0.5)', async () => {
    const kim = await world.person('Kim Berg');
    const both = await world.join(kim, 'both');
    await world.pair(both, await world.join(await world.person('Per Ask'), 'mentor'));
    const words = world.words(await world.command(kim, '/mentor'));
    expect(words).toContain('Your mentor: Per Ask');
    expect(words).toContain('look for someone who suits you');
  });

  it('puts a question that waits before everything else, and stops saying that we look', async () => {
    const mia = await world.person('Mia Holm');
    const mentee = await world.join(mia, 'mentee');
    const mentor = await world.join(await world.person('Ola Dahl'), 'mentor');
    const now = world.clock.now();
    await world.tx(async (tx) =>
      tx.proposals.put({
        id: world.ids.next(),
        cohortId: mentee.cohortId,
        menteeId: mentee.id,
        mentorId: mentor.id,
        state: 'asked_mentee',
        score: 700,
        reasons: [],
        askedAt: now,
        remindAt: null,
        expiresAt: plus(now, 4 * DAY),
        closedAt: null,
        publishedBy: mentor.personId,
        runId: null,
        createdAt: now,
      }),
    );
    const home = await world.command(mia, '/mentor');
    expect(buttonsOf(home)[0]).toMatchObject({ style: 'main' });
    expect(buttonsOf(home)[0]?.action).toMatch(/^matching\./);
    expect(world.words(home)).not.toContain('Ola');
    expect(world.words(home)).not.toContain('look for someone');
    // The mentor is not asked yet, and must not notice.
    const [ola] = await world.tx((tx) => tx.people.all([mentor.personId]));
    if (!ola) throw new Error('no mentor');
    expect(world.words(await world.command(ola, '/mentor'))).toContain('look for someone who suits you');
  });

  it('shows a coordinator the cohorts, and not a sign-up that nobody asked for', async () => {
    const carla = await world.person('Carla Ruiz');
    await world.grant(carla, 'programme');
    const words = world.words(await world.command(carla, '/mentor'));
    expect(words).toContain('Autumn 2026');
    expect(words).not.toContain('You are not in a programme yet.');
  });

  it('never has more than one main button', async () => {
    const main = { label: say('common.open'), action: 'home.show', style: 'main' } as const;
    const blocks = oneMain([actions(main), paragraph(say('common.yes')), actions({ label: say('common.no'), action: 'home.show', style: 'danger' }, main)]);
    const styles = blocks.flatMap((block) => (block.block === 'actions' ? block.buttons.map((button) => button.style) : []));
    expect(styles).toEqual(['main', 'danger', undefined]);
  });
});
