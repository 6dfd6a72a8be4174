// The way of one click, on the real storage, with a small table of its own.

import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Dispatch, dispatcher, type Intent, type Reply } from '../../../src/bot/actions/dispatch.ts';
import { id, line, nothing } from '../../../src/bot/actions/fields.ts';
import { done, refused } from '../../../src/bot/actions/outcome.ts';
import { BotError } from '../../../src/fault.ts';
import { plain } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { define } from '../../../src/mentoring/store.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import type { Think } from '../../../src/ports.ts';
import { secretsOf } from '../../../src/runtime/secrets.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { DATABASES } from '../../support/databases.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { createWorld, silent, type World } from '../../support/world.ts';

let world: World;
let bo: Person;
let dispatch: Dispatch;
let thinking: Think = () => ({ answer: null });

const rename = define({
  name: 'rename',
  version: 1,
  input: z.object({ person: id(), name: line(40) }),
  subject: ({ tx }, { person }) => tx.people.get(person),
  may: (actor, person) => actor.personId === person.id,
  async run({ tx }, { name }, person) {
    if (name === 'taken') return refused(say('error.form'), { fields: { name: say('error.missing') } });
    tx.people.put({ ...person, name: `${person.name}+${name}` });
    return done();
  },
});

const open = define({
  name: 'open',
  version: 1,
  look: true,
  input: nothing,
  subject: async ({ actor }) => actor,
  may: () => true,
  async run({ actor }) {
    const inputs = [{ input: 'line', name: 'name', label: say('common.save'), max: 40 }] as const;
    return done({ type: 'form', title: say('common.open'), inputs, submit: say('common.save'), action: 'rename', about: { person: actor.personId } });
  },
});

const greet = define({
  name: 'greet',
  version: 1,
  input: nothing,
  subject: async ({ actor }) => actor,
  may: () => true,
  async run({ tx, actor }) {
    tx.post({ to: { person: actor.personId }, template: 'greeting', args: { person: actor.personId }, kind: 'decision', topic: 'greeting' });
    return done();
  },
});

const writesThenRefuses = define({
  name: 'second-thoughts',
  version: 1,
  input: nothing,
  subject: ({ tx, actor }) => tx.people.get(actor.personId),
  may: () => true,
  async run({ tx }, _input, person) {
    tx.people.put({ ...person, name: 'Changed' });
    await tx.people.find({ name: 'Changed' });
    return refused(say('error.form'));
  },
});

const breaks = define({
  name: 'breaks',
  version: 1,
  input: nothing,
  subject: async ({ actor }) => actor,
  may: () => true,
  run: () => Promise.reject(new Error('disk full')),
});

/** Writes first, and then asks for long reckoning. */
const ponders = define({
  name: 'ponders',
  version: 1,
  input: nothing,
  subject: ({ tx, actor }) => tx.people.get(actor.personId),
  may: () => true,
  async run({ tx, think }, _input, person) {
    tx.people.put({ ...person, name: `${person.name}+${String(await think('deeply', person.id))}` });
    return done();
  },
});

async function setUp(openDatabase: () => Promise<Database>): Promise<void> {
  world = await createWorld({ database: await openDatabase() });
  bo = await world.person('Bo', { language: 'sv' });
  const actionTable = new Map([rename, open, greet, writesThenRefuses, breaks, ponders].map((action) => [action.name, action]));
  dispatch = dispatcher({
    think: (task, input) => thinking(task, input),
    ...{ sessions: world.store, actions: actionTable, templates: new Map(), clock: world.clock, ids: world.ids, secrets: secretsOf([randomBytes(32)]) },
    log: { ...silent, error() {} },
    introduce: async () => null,
  });
}

function intent(action: string, more: Partial<Intent> = {}): Intent {
  return { tenantId: world.tenantId, caller: { platform: 'web', externalId: bo.id }, eventId: randomUUID(), action, input: {}, ...more };
}

async function nameOf(person = bo): Promise<string | undefined> {
  return (await world.tx((tx) => tx.people.get(person.id)))?.name;
}

async function form(): Promise<{ token: string }> {
  const reply = await dispatch(intent('open'));
  if (reply.answer?.type !== 'form') throw new Error('no form');
  return { token: reply.answer.token };
}

describe.each(DATABASES)('the dispatcher on $name', ({ open: openDatabase }) => {
  beforeAll(() => setUp(openDatabase));
  afterAll(() => world.close());

  it('does a thing once, however often the event comes, and answers the same', async () => {
    const before = await nameOf();
    const event = intent('rename', { input: { person: bo.id, name: 'x' } });
    const replies = [await dispatch(event), await dispatch(event), ...(await Promise.all([dispatch(event), dispatch(event)]))];
    expect(await nameOf()).toBe(`${before}+x`);
    for (const reply of replies) expect(reply).toEqual(replies[0]);
  });

  it('waits for long reckoning outside the transaction, begins anew, and does the thing once', async () => {
    const before = await nameOf();
    const answers: ReturnType<Think>[] = [{ soon: nameOf().then(() => undefined) }, { soon: Promise.resolve() }, { answer: 'thought' }];
    thinking = () => answers.shift() ?? { answer: 'too often' };
    expect(await dispatch(intent('ponders'))).toMatchObject({ kind: 'done' });
    expect(await nameOf()).toBe(`${before}+thought`);
  });

  it('says in the reader’s language what is too much at once, and changes nothing', async () => {
    const before = await nameOf();
    for (const late of [true, false]) {
      thinking = () => {
        if (late) return { soon: Promise.reject(new BotError('too-large', 'too many')) };
        throw new BotError('too-large', 'too many');
      };
      const reply = await dispatch(intent('ponders'));
      expect(plain(reply.text ?? [])).toContain('Det här är fler personer än vi kan jämföra på en gång.');
    }
    expect(await nameOf()).toBe(before);
  });

  it('accepts a form once, even when the platform sends it again under another id, or from two tabs at once', async () => {
    const before = await nameOf();
    const { token } = await form();
    const replies = await Promise.all([1, 2, 3].map(() => dispatch(intent('rename', { token, input: { name: 'form' } }))));
    expect(replies.map((reply) => reply.kind)).toEqual(['done', 'done', 'done']);
    expect(await nameOf()).toBe(`${before}+form`);
  });

  it('lets a refused form be mended and sent again', async () => {
    const before = await nameOf();
    const { token } = await form();
    const first = await dispatch(intent('rename', { token, input: { name: 'taken' } }));
    expect(first).toMatchObject({ kind: 'refused', fields: { name: 'Här saknas något.' } });
    expect(await dispatch(intent('rename', { token, input: { name: 'mended' } }))).toMatchObject({ kind: 'done' });
    expect(await nameOf()).toBe(`${before}+mended`);
  });

  it('takes what a form is about from its seal, not from its fields', async () => {
    const eva = await world.person('Eva');
    const { token } = await form();
    await dispatch(intent('rename', { token, input: { name: 'y', person: eva.id } }));
    expect(await nameOf(eva)).toBe('Eva');
  });

  it('refuses a form or button that was made for somebody else, altered, or left open for months', async () => {
    const eva = await world.person('Eva');
    const before = await nameOf();
    const { token } = await form();
    const asEva = await dispatch(intent('rename', { token, input: { name: 'z' }, caller: { platform: 'web', externalId: eva.id } }));
    expect(asEva.kind).toBe('refused');
    const altered = await dispatch(intent('rename', { token: `${token.slice(0, -3)}AAA`, input: { name: 'z' } }));
    expect(altered.kind).toBe('refused');
    world.clock.set((world.clock.now() + 40 * 86_400_000) as never);
    expect((await dispatch(intent('rename', { token, input: { name: 'z' } }))).kind).toBe('refused');
    expect(await nameOf()).toBe(before);
  });

  it('gives the same answer for what is not there and what is not yours', async () => {
    const eva = await world.person('Eva');
    const hers = await dispatch(intent('rename', { input: { person: eva.id, name: 'z' } }));
    const nowhere = await dispatch(intent('rename', { input: { person: 'nowhere', name: 'z' } }));
    expect(hers).toEqual(nowhere);
    expect(hers.kind).toBe('refused');
  });

  it('changes nothing on a refusal, even where something was already written', async () => {
    const before = await nameOf();
    expect((await dispatch(intent('second-thoughts'))).kind).toBe('refused');
    expect(await nameOf()).toBe(before);
  });

  it('answers a fault kindly, in one line, and changes nothing', async () => {
    const before = await nameOf();
    const reply = await dispatch(intent('breaks'));
    expect(reply.kind).toBe('refused');
    expect(plain(reply.text ?? [])).not.toContain('disk full');
    expect(await nameOf()).toBe(before);
  });

  it('does not know strangers, the unknown action, or another organisation’s people', async () => {
    expect((await dispatch(intent('open', { caller: { platform: 'web', externalId: 'nobody' } }))).kind).toBe('refused');
    expect((await dispatch(intent('no-such-action'))).kind).toBe('refused');
    expect((await dispatch(intent('open', { tenantId: 'elsewhere' }))).kind).toBe('refused');
  });

  it('writes the change, its messages and its trace together', async () => {
    expect((await dispatch(intent('greet'))).kind).toBe('done');
    const trace = await world.store.prisma.event.findMany({ where: { tenantId: world.tenantId, action: 'greet' } });
    const rows = await world.store.prisma.message.findMany({ where: { tenantId: world.tenantId, template: 'greeting' } });
    expect(trace.map((event) => event.outcome)).toEqual(['done']);
    expect(rows.map((row) => [row.state, row.args])).toEqual([['waiting', { person: bo.id }]]);
  });

  it('leaves the state as it was for every odd input, and never throws', async () => {
    const before = await nameOf();
    const odd = fc.oneof(fc.constantFrom(...HOSTILE), fc.string(), fc.anything());
    await fc.assert(
      fc.asyncProperty(odd, fc.constantFrom('rename', 'open', 'nope'), fc.option(fc.string(), { nil: undefined }), async (value, action, token) => {
        const reply: Reply = await dispatch(intent(action, { input: { person: value, name: value }, ...(token === undefined ? {} : { token }) }));
        expect(['done', 'refused']).toContain(reply.kind);
      }),
      { numRuns: 60 },
    );
    expect(await nameOf()).toBe(before);
  });
});
