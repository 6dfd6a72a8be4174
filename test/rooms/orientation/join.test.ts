// Signing up, from the first word to "sent in", each person in their own language.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import type { Language } from '../../../src/bot/texts/language.ts';
import type { Participation } from '../../../src/mentoring/orientation/index.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { buttonsOf, createWorld, formOf, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function newcomer(name: string, language: Language = 'en', email: string | null = null): Promise<Person> {
  return world.person(name, { language, email });
}

async function participationOf(person: Person): Promise<Participation | undefined> {
  const [found] = await world.tx((tx) => tx.participations.find({ personId: person.id }));
  return found;
}

async function begin(person: Person): Promise<Reply> {
  return world.click(person, await world.command(person, '/mentor join'), 'orientation.begin');
}

const STORY = {
  en: {
    join: '/mentor join',
    notice: ['Before you begin: your data', 'Only when both have said yes', 'withdrawing empties your profile', '24 Sept 2026'],
    wants: 'What would you like help with?',
    review: ['All that is needed is here', '4 of 9 parts', 'Then we look for somebody who has been there'],
    sent: ['Thank you. Your profile for Autumn 2026 is in.', 'before the start on Thursday 24 September'],
    home: ['Stage 1 of 7: Orientation and matching', 'Your profile for Autumn 2026 is in.'],
  },
  sv: {
    join: '/mentor gå-med',
    notice: ['Innan du börjar: dina uppgifter', 'Först när båda har sagt ja', 'då töms din profil', '24 sep. 2026'],
    wants: 'Vad vill du ha hjälp med?',
    review: ['Allt som behövs finns här', '4 av 9 delar', 'Då letar vi efter någon som har varit där'],
    sent: ['Tack. Din profil till Autumn 2026 är inskickad.', 'före starten torsdag 24 september'],
    home: ['Steg 1 av 7: Programorientering och matchning', 'Din profil till Autumn 2026 är inskickad.'],
  },
  es: {
    join: '/mentor unirse',
    notice: ['Antes de empezar: tus datos', 'Solo cuando las dos partes han dicho que sí', 'al retirarte, tu perfil se vacía', '24 sept 2026'],
    wants: '¿En qué te gustaría recibir ayuda?',
    review: ['Está todo lo necesario', '4 de las 9 partes', 'Así buscamos a alguien que haya pasado por ahí'],
    sent: ['Gracias. Hemos recibido tu perfil para Autumn 2026.', 'antes del comienzo, el jueves 24 de septiembre'],
    home: ['Etapa 1 de 7: Orientación del programa y emparejamiento', 'Hemos recibido tu perfil para Autumn 2026.'],
  },
} as const;

describe.each(['en', 'sv', 'es'] as const)('joining (%s)', (language) => {
  const told = STORY[language];

  it('introduces the programme and the data before the first question, then asks on three short pages (S0.6, S0.7, S4.80-S4.82, E1.1)', async () => {
    const anna = await newcomer('Anna Lind', language);

    const intro = await world.command(anna, told.join);
    for (const words of told.notice) expect(world.words(intro)).toContain(words);
    expect(buttonsOf(intro).filter((button) => button.style === 'main')).toHaveLength(1);
    expect(await participationOf(anna)).toBeUndefined();

    const about = await world.click(anna, intro, 'orientation.begin');
    expect(formOf(about).inputs.map((input) => input.name)).toEqual(['role', 'experience', 'employer', 'title', 'email']);
    expect(formOf(about).inputs[0]).toMatchObject({ required: true, value: '' });
    expect(await participationOf(anna)).toMatchObject({ state: 'draft', noticeVersion: 2, noticeReadAt: world.clock.now() });

    const wants = await world.submit(anna, about, { role: 'mentee', experience: 'Ten years as a nurse', email: `Anna.${language}@Example.org` });
    expect(formOf(wants).inputs[0]?.label).toBe(told.wants);

    const partner = await world.submit(anna, wants, { help: ['goals', 'applying'] });
    expect(formOf(partner).inputs.map((input) => input.name)).toEqual(['languages', 'ideal', 'wishes', 'slots', 'timeZone']);

    const review = await world.submit(anna, partner, { languages: [language] });
    for (const words of told.review) expect(world.words(review)).toContain(words);
    expect((await participationOf(anna))?.state).toBe('draft');

    const sent = await world.click(anna, review, 'orientation.submit');
    for (const words of told.sent) expect(world.words(sent)).toContain(words);
    expect(await participationOf(anna)).toMatchObject({
      role: 'mentee',
      state: 'ready',
      capacity: 0,
      submittedAt: world.clock.now(),
      profile: { experience: 'Ten years as a nurse', help: ['goals', 'applying'], languages: [language] },
    });
    const [person] = await world.tx((tx) => tx.people.all([anna.id]));
    expect(person?.email).toBe(`anna.${language}@example.org`);

    const home = await world.command(anna, '/mentor');
    for (const words of told.home) expect(world.words(home)).toContain(words);
  });
});

describe('the profile', () => {
  it('shows what the other one will see first: without name, employer or address (S4.21, E1.10)', async () => {
    const eva = await newcomer('Eva Ek');
    const wants = await world.submit(eva, await begin(eva), {
      role: 'mentor',
      experience: 'I, Eva Ek, have led teams at Ericsson. Write to eva@example.org.',
      employer: 'Ericsson',
      email: 'eva@example.org',
    });
    const partner = await world.submit(eva, wants, { help: ['insight'], challenges: 'Speaking up in meetings' });
    const review = await world.submit(eva, partner, { languages: ['sv'], wishes: 'nobody from my unit' });
    const words = world.words(review);
    expect(words).toContain('What the other person sees first');
    expect(words).toContain('Speaking up in meetings');
    expect(words).toContain('insight into a profession');
    for (const secret of ['Eva', 'Ek,', 'Ericsson', 'example.org', 'nobody from my unit']) expect(words).not.toContain(secret);
  });

  it('shows both sides to whoever takes part as both (S0.5)', async () => {
    const kim = await newcomer('Kim Berg');
    const wants = await world.submit(kim, await begin(kim), { role: 'both' });
    const partner = await world.submit(kim, wants, { help: ['insight'] });
    const review = await world.submit(kim, partner, { languages: ['sv'], capacity: '2' });
    expect(world.words(review)).toContain('As a mentee:');
    expect(world.words(review)).toContain('As a mentor:');
    expect(await participationOf(kim)).toMatchObject({ role: 'both', capacity: 2 });
  });

  it('keeps what was typed, complete or not, when somebody continues later (S4.80, E1.4)', async () => {
    const leo = await newcomer('Leo Sand');
    const later = await world.submit(leo, await begin(leo), { experience: 'Half a sentence', next: 'later' });
    expect(later.kind).toBe('done');
    expect(world.words(later)).toContain('Saved. Continue whenever you like');
    expect((await participationOf(leo))?.profile.experience).toBe('Half a sentence');

    const again = await world.click(leo, later, 'orientation.edit');
    expect(formOf(again).action).toBe('orientation.wants');
    expect(world.words(await world.command(leo, '/mentor'))).toContain('Your profile for Autumn 2026 is begun: 1 of 9');
  });

  it('asks for the role, a topic and a language at their fields, and loses nothing (S4.80)', async () => {
    const mia = await newcomer('Mia Holm');
    const about = await begin(mia);
    expect((await world.submit(mia, about, { experience: 'kept' })).fields).toEqual({ role: 'Choose how you take part. You can change it later.' });
    const wants = await world.submit(mia, about, { role: 'mentee', experience: 'kept' });
    expect((await world.submit(mia, wants)).fields).toHaveProperty('help');
    const partner = await world.submit(mia, wants, { topics: 'writing a thesis' });
    expect((await world.submit(mia, partner)).fields).toEqual({ languages: 'Choose at least one language.' });
    expect((await world.submit(mia, partner, { languages: ['sv'] })).kind).toBe('done');
    expect((await participationOf(mia))?.profile).toMatchObject({ experience: 'kept', topics: 'writing a thesis', languages: ['sv'] });
  });

  it('checks an address, and never lets two people have the same one', async () => {
    await newcomer('Ola Dahl', 'en', 'ola@example.org');
    const siv = await newcomer('Siv Norr');
    const about = await begin(siv);
    const wrong = await world.submit(siv, about, { role: 'mentee', email: 'siv at home' });
    expect(wrong.fields?.['email']).toContain('does not look like an e-mail address');
    const taken = await world.submit(siv, about, { role: 'mentee', email: 'OLA@example.org' });
    expect(taken.fields?.['email']).toContain('already has this address');
    const [person] = await world.tx((tx) => tx.people.all([siv.id]));
    expect(person?.email).toBeNull();
  });

  it('takes a mentor’s capacity and anyone’s time zone, and nothing beyond them (S4.4, E1.15)', async () => {
    const per = await newcomer('Per Ask');
    const wants = await world.submit(per, await begin(per), { role: 'mentor' });
    const partner = await world.submit(per, wants, { help: ['insight'] });
    expect((await world.submit(per, partner, { languages: ['sv'], capacity: '6' })).fields).toHaveProperty('capacity');
    expect((await world.submit(per, partner, { languages: ['sv'], timeZone: 'Mars/Olympus' })).fields).toHaveProperty('timeZone');
    await world.submit(per, partner, { languages: ['sv'], capacity: '5', timeZone: 'America/Bogota' });
    expect((await participationOf(per))?.capacity).toBe(5);
    const [person] = await world.tx((tx) => tx.people.all([per.id]));
    expect(person?.timeZone).toBe('America/Bogota');
  });

  it.each([
    ['markup', '<script>alert(1)</script> <!channel> <@U1> [x](http://evil)'],
    ['emoji and right-to-left', '👩‍👩‍👧 مرحبا \u202eevil'],
    ['NUL and lone surrogates', 'a\u0000b\ud800c'],
  ])('keeps %s as plain words', async (_name, text) => {
    const person = await newcomer('Tone Vik');
    const wants = await world.submit(person, await begin(person), { role: 'mentee', experience: text });
    expect(wants.kind).toBe('done');
    const kept = (await participationOf(person))?.profile.experience ?? '';
    // eslint-disable-next-line no-control-regex
    expect(kept).not.toMatch(/[\u0000\u202e]|[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(kept.length).toBeGreaterThan(2);
  });

  it('says how long is too long, and keeps the rest as it was', async () => {
    const person = await newcomer('Lo Lång');
    const refused = await world.submit(person, await begin(person), { role: 'mentee', experience: 'x'.repeat(10_000) });
    expect(refused.fields?.['experience']).toContain('1,500 characters');
    expect((await participationOf(person))?.profile.experience).toBe('');
  });

  it('can be changed after sending in, and stays sent in (S4.80)', async () => {
    const bo = await newcomer('Bo Ström');
    await world.join(bo, 'mentor', { profile: { experience: 'before' }, capacity: 1 });
    const review = await world.command(bo, '/mentor profile');
    expect(world.words(review)).toContain('You sent it in on Tuesday 1 September');
    const about = await world.click(bo, review, 'orientation.edit');
    expect(formOf(about).inputs[0]).toMatchObject({ value: 'mentor' });
    const closed = await world.submit(bo, about, { experience: 'after', next: 'later' });
    expect(world.words(closed)).toContain('You sent it in on');
    expect(await participationOf(bo)).toMatchObject({ state: 'ready', profile: { experience: 'after' } });
  });

  it('is a draft again when what is needed is taken out, and says so', async () => {
    const ada = await newcomer('Ada Gran');
    await world.join(ada, 'mentee');
    const review = await world.command(ada, '/mentor profile');
    const partner = await world.click(ada, review, 'orientation.edit', {}, (button) => button.label === 'Who and when');
    expect((await world.submit(ada, partner, { languages: [] })).fields).toHaveProperty('languages');
    const later = await world.submit(ada, partner, { languages: [], next: 'later' });
    expect(world.words(later)).toContain('a draft again');
    expect(await participationOf(ada)).toMatchObject({ state: 'draft', submittedAt: null });
    expect((await world.act(ada, 'orientation.submit', { participation: (await participationOf(ada))?.id })).kind).toBe('refused');
  });

  it('is nobody else’s to open or to change', async () => {
    const own = await newcomer('Ida Alm');
    const joined = await world.join(own, 'mentee');
    const other = await newcomer('Max Rask');
    for (const action of ['edit', 'about', 'wants', 'partner', 'submit', 'withdraw']) {
      const reply = await world.act(other, `orientation.${action}`, { participation: joined.id, step: 1, role: 'mentor', languages: ['en'], help: ['goals'] });
      expect(reply.kind, action).toBe('refused');
      expect(world.words(reply)).toContain('not yours to open');
    }
    expect(await participationOf(own)).toEqual(joined);
  });
});

describe('the language', () => {
  it('is changed with a word, and answered in the new one', async () => {
    const anna = await newcomer('Anna Kvist', 'sv');
    const reply = await world.command(anna, '/mentor språk español');
    expect(world.words(reply)).toBe('A partir de ahora te escribimos en español.');
    expect(world.words(await world.command(anna, '/mentor'))).toContain('Tu mentoría');
  });

  it('is offered to choose from where none is named, or one that we lack', async () => {
    const jo = await newcomer('Jo Klint');
    const asked = await world.command(jo, '/mentor language');
    expect(buttonsOf(asked).map((button) => button.label)).toEqual(['English', 'Svenska', 'Español']);
    expect((await world.command(jo, '/mentor language français')).kind).toBe('refused');
    await world.click(jo, asked, 'orientation.language', {}, (button) => button.label === 'Svenska');
    expect(world.words(await world.command(jo, '/mentor'))).toContain('Ditt mentorskap');
  });
});
