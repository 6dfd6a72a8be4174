// What every chat platform keeps, whatever it looks like there. A new adapter is done when its line below is green.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShownMessage } from '../../src/bot/views/shown.ts';
import { LONG, MANY, openScene, type Scene } from './scene.ts';
import type { Screen, Visitor } from './screen.ts';
import { slack } from './slack-screen.ts';
import { teams } from './teams-screen.ts';
import { web } from './web-screen.ts';

const MARKUP = '<!channel> <@U012AB3CD> *bold* _it_ [x](http://evil.example) &amp; <script>alert(1)</script> `code` ~gone~ :wave: {name}';

describe.each([web, slack, teams])('what $platform keeps', ({ open }) => {
  let scene: Scene;
  let screen: Screen;
  let anna: Visitor;
  let ben: Visitor;
  let carmen: Visitor;

  beforeAll(async () => {
    scene = await openScene();
    screen = await open(scene);
    [anna, ben, carmen] = [await screen.visitor('anna'), await screen.visitor('ben'), await screen.visitor('carmen')];
  });
  afterAll(() => screen.close());
  beforeEach(() => expect(scene.faults).toEqual([]));

  const answer = (visitor: Visitor) => expect.poll(() => visitor.answer());
  const title = (visitor: Visitor) => expect.poll(() => visitor.form()?.words ?? '');
  const EVERYTHING = {
    title: 'A title',
    about: 'Two\nlines',
    kind: 'life',
    colours: ['red', 'blue'],
    day: '2026-12-01',
    hour: '09:30',
    mate: 'Carmen Ruiz',
    agree: true,
  };

  it('answers a typed command, and nobody else sees the answer', async () => {
    await ben.types('/try page');
    await answer(ben).toContain('A page');
    expect(await carmen.answer()).toBe('');
    expect(await carmen.messages()).toEqual([]);
  });

  it('guesses at a word that it does not know', async () => {
    await ben.types('/mentor jion');
    await answer(ben).toContain('Did you mean /mentor join?');
  });

  it.each([
    ['anna', 'Det här kan du göra här:'],
    ['ben', 'This is what you can do here:'],
    ['carmen', 'Esto es lo que puedes hacer aquí:'],
  ] as const)('speaks the language of %s', async (who, words) => {
    const visitor = { anna, ben, carmen }[who];
    await visitor.types('/mentor help');
    await answer(visitor).toContain(words);
  });

  it('has kind words for whoever may not', async () => {
    await ben.types('/cohort');
    await answer(ben).toContain('This is not yours to open, or it is no longer here.');
  });

  it('does once what a button says, though the press arrives twice', async () => {
    const before = scene.counted.length;
    await ben.types('/try page');
    await ben.presses('Count');
    await answer(ben).toContain(`Counted ${before + 1}`);
    await ben.again();
    expect(scene.counted).toHaveLength(before + 1);
  });

  it('takes two presses for two, where the action does not mind', async () => {
    const before = scene.counted.length;
    await ben.types('/try page');
    await ben.presses('Count');
    await answer(ben).toContain(`Counted ${before + 1}`);
    await ben.anew();
    expect(scene.counted).toHaveLength(before + 2);
  });

  it('does nothing for whoever presses somebody else’s button', async () => {
    const before = scene.counted.length;
    await ben.types('/try page');
    await carmen.pressesOf(ben, 'Count');
    expect(scene.replies.at(-1)).toBe('refused');
    expect(scene.counted).toHaveLength(before);
  });

  it('brings a form back with the fault at its field and all that was typed', async () => {
    await ben.types('/try form');
    await title(ben).toContain('Everything');
    ben.fills({ ...EVERYTHING, count: '9' });
    await ben.submits();
    await expect.poll(() => Object.keys(ben.form()?.faults ?? {})).toContain('count');
    expect(ben.form()?.values).toEqual({ ...EVERYTHING, count: '9' });
    expect(scene.saved).toEqual([]);
  });

  it('takes a mended form whole, and goes on to the next step', async () => {
    ben.fills({ count: '3' });
    await ben.submits();
    // People are ours by then, not the platform's; a tick is whatever the platform calls it.
    const input = { ...EVERYTHING, count: 3, mate: expect.stringMatching(/^\w{10,}$/) as string, agree: expect.stringMatching(/./) as string };
    expect(scene.saved).toEqual([{ by: 'Ben Hill', input }]);
    await title(ben).toContain('The next step');
    ben.fills({ title: 'Another' });
    await ben.submits();
    await answer(ben).toContain('Finished');
    expect(scene.saved.at(-1)).toEqual({ by: 'Ben Hill', input: { title: 'Another' } });
  });

  it('begins a step with what stands there, though a field of the step before had the same name', async () => {
    await ben.types('/try form');
    await title(ben).toContain('Everything');
    ben.fills({ title: 'A title' });
    await ben.submits();
    await title(ben).toContain('The next step');
    expect(ben.form()?.values).toEqual({ title: 'Begins anew' });
  });

  it('counts a form once that is sent twice, as the same event and in another', async () => {
    const before = scene.saved.length;
    await ben.types('/try long');
    await title(ben).toContain('Long');
    await ben.submits();
    await ben.again();
    await ben.anew();
    expect(scene.saved).toHaveLength(before + 1);
  });

  it('does nothing for whoever sends somebody else’s form', async () => {
    const before = scene.saved.length;
    await ben.types('/try long');
    await title(ben).toContain('Long');
    await carmen.submitsOf(ben);
    expect(scene.replies.at(-1)).toBe('refused');
    expect(scene.saved).toHaveLength(before);
  });

  it('brings a text that is longer than a box back as it was', async () => {
    expect(ben.form()?.values['text']).toBe(LONG);
    await ben.submits();
    expect(scene.saved.at(-1)?.input['text']).toBe(LONG);
  });

  it('shows what people wrote as they wrote it', async () => {
    const message: ShownMessage = {
      ...{ type: 'message', language: 'en' },
      blocks: [
        { block: 'heading', text: [{ text: MARKUP, from: 'user' }] },
        { block: 'text', text: [{ text: MARKUP, from: 'user' }] },
        { block: 'list', ordered: false, items: [[{ text: MARKUP, from: 'user' }]] },
      ],
    };
    await screen.posts(carmen, message);
    await expect.poll(async () => (await carmen.messages()).at(-1)?.split(MARKUP).length).toBe(4);
  });

  it('tells a picture in words too, and names where links lead', async () => {
    const [address, alt] = ['https://mentor.example.org', 'Kick-off on 24 September'];
    const message: ShownMessage = {
      ...{ type: 'message', language: 'en' },
      blocks: [
        { block: 'picture', svg: '<svg/>', alt },
        { block: 'picture', svg: '<svg/>', alt, url: `${address}/picture/k.t.png` },
        {
          block: 'links',
          links: [
            { label: 'Add to my calendar', url: `${address}/event/k.t.ics` },
            { label: 'Sign up', url: `${address}/join/k` },
          ],
        },
      ],
    };
    await screen.posts(carmen, message);
    await expect.poll(async () => (await carmen.messages()).at(-1) ?? '').toMatch(/Kick-off on 24 September[^]*Add to my calendar[^]*Sign up/);
  });

  it('changes a message where it stands', async () => {
    const saying = (words: string): ShownMessage => ({ type: 'message', language: 'sv', blocks: [{ block: 'text', text: [{ text: words, from: 'us' }] }] });
    const ref = await screen.posts(anna, saying('Har ni träffats?'));
    await screen.posts(anna, saying('Ett mål är nått.'));
    await screen.updates(anna, ref, saying('Ni har träffats.'));
    const [first = '', second = '', ...more] = await anna.messages();
    expect([first.includes('Ni har träffats.'), second.includes('Ett mål är nått.'), more.length]).toEqual([true, true, 0]);
  });

  it('shows a long list, or as much of it as fits and a word that it goes on', async () => {
    await ben.types('/try list');
    await answer(ben).toContain('Item 1 of a long list');
    const words = await ben.answer();
    expect(words.includes(`Item ${MANY} of a long list`) || words.includes('too long to show here')).toBe(true);
  });

  it('shows where one stands on a page of one’s own', async () => {
    await expect.poll(() => carmen.home()).toContain('Aún no estás en ningún programa.');
  });

  it('has sent the platform nothing that it refuses', () => {
    expect(screen.refusals()).toEqual([]);
    expect(scene.faults).toEqual([]);
  });
});
