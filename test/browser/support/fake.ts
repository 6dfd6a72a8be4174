// A playground without the house behind it: made-up answers in memory, to look at pages and test the adapter alone.

import type { Command } from '../../../src/bot/actions/action.ts';
import type { Intent, Reply } from '../../../src/bot/actions/dispatch.ts';
import type { ShownBlock, ShownButton, ShownForm, ShownMessage, Spans } from '../../../src/bot/views/shown.ts';
import { HOUR, instantOf, plus } from '../../../src/time.ts';
import { webChat } from '../../../adapters/web/chat.ts';
import type { Playground, PlaygroundPerson, Post, PostStore } from '../../../src/playground.ts';

export const HOSTILE = '<script>alert(1)</script> <!channel> [x](http://evil) "\' & שלום \n second line 🙂';

export function us(text: string): Spans {
  return [{ text, from: 'us' }];
}

export function paragraph(text: string): ShownBlock {
  return { block: 'text', text: us(text) };
}

export function button(action: string, label: string, more: Partial<ShownButton> = {}): ShownButton {
  return { action, label, token: `token-of-${action}`, ...more };
}

const people: readonly PlaygroundPerson[] = [
  { id: 'p1', externalId: 'anna', name: 'Anna Lind', language: 'sv', role: 'coordinator', timeZone: 'Europe/Stockholm' },
  { id: 'p2', externalId: 'carmen', name: 'Carmen Ruiz', language: 'es', role: 'coordinator', timeZone: 'Europe/Madrid' },
  ...['Amina Diallo', 'Bo Ek', 'Lucía Fernández', 'Oliver Hughes', 'Sigrid Åström', 'Nadia Haddad'].map(
    (name, index): PlaygroundPerson => ({
      id: `m${index}`,
      externalId: `mentee${index}`,
      name,
      language: (['en', 'sv', 'es'] as const)[index % 3] ?? 'en',
      role: 'mentee',
      timeZone: 'Europe/Stockholm',
    }),
  ),
  ...['Erik Berg', 'María Ortega', 'James Whitfield'].map(
    (name, index): PlaygroundPerson => ({
      id: `r${index}`,
      externalId: `mentor${index}`,
      name,
      language: (['sv', 'es', 'en'] as const)[index % 3] ?? 'en',
      role: 'mentor',
      timeZone: 'Europe/Stockholm',
      ...(index === 0 ? { note: 'room for two' } : {}),
    }),
  ),
  { id: 'n1', externalId: 'new', name: 'Wilhelmina Featherstonehaugh-Oyelaran', language: 'en', role: 'none' },
];

const commands: readonly Command[] = [
  { command: '/mentor', word: '', also: [], action: 'home.show', help: 'playground.view.home' },
  { command: '/mentor', word: 'join', also: [], action: 'orientation.join', help: 'playground.try.join' },
  { command: '/mentor', word: 'help', also: [], action: 'help.show', help: 'command.help' },
  { command: '/match', word: 'preview', also: [], action: 'matching.preview', help: 'playground.try.2' },
  { command: '/goal', word: 'new', also: [], action: 'goals.open', help: 'playground.try.5', usage: 'TITLE' },
];

const goalForm: ShownForm = {
  type: 'form',
  language: 'en',
  title: 'A goal for the months ahead',
  intro: [paragraph('Write it letter by letter. You can keep it to yourself or share it with your mentor.')],
  inputs: [
    {
      input: 'line',
      name: 'title',
      label: 'What do you want to reach?',
      help: 'One sentence. For example: lead a meeting in Swedish.',
      required: true,
      max: 120,
      value: '',
    },
    { input: 'paragraph', name: 'measure', label: 'How will you know that you are there?', required: false, max: 600, value: HOSTILE },
    { input: 'date', name: 'dueOn', label: 'When would you like to be there?', required: true, value: '' },
    {
      input: 'choice',
      name: 'shared',
      label: 'Who sees it?',
      required: true,
      options: [
        { value: 'pair', label: 'You and your mentor' },
        { value: 'me', label: 'You alone' },
      ],
      value: 'pair',
    },
    {
      input: 'choices',
      name: 'help',
      label: 'What would help?',
      required: false,
      options: ['Advice', 'Practice', 'Introductions', 'Someone who listens'].map((label, index) => ({ value: `h${index}`, label })),
      value: ['h1'],
    },
    { input: 'number', name: 'hours', label: 'Hours a month', required: false, min: 1, max: 20, value: '2' },
    { input: 'person', name: 'person', label: 'Someone to ask', required: false, value: '' },
    { input: 'agree', name: 'agree', label: 'I have read how my answers are used', required: true, value: false },
  ],
  submit: 'Save the goal',
  cancel: 'Cancel',
  action: 'goals.save',
  token: 'form-token',
  also: [{ label: 'Save and continue later', next: 'later' }],
};

const homeBlocks: readonly ShownBlock[] = [
  { block: 'progress', done: 3, of: 7, text: us('Stage 3 of 7: Goals and action plan. You and Erik have met twice.') },
  {
    block: 'facts',
    facts: [
      { label: us('Your mentor'), value: [{ who: 'r0', name: 'Erik Berg' }] },
      { label: us('Next date'), value: us('Thursday 15 October, the mid-term gathering') },
    ],
  },
  { block: 'heading', text: us('Your goals') },
  { block: 'list', ordered: false, items: [[{ text: HOSTILE, from: 'user' }], us('Find three people who work with energy storage, and talk to each of them')] },
  { block: 'actions', buttons: [button('goals.open', 'Write a goal', { style: 'main' }), button('meetings.done', 'We have met')] },
  { block: 'note', text: us('Only you and your coordinator see this page.') },
];

function preview(): ShownMessage {
  const names = [
    ['Amina Diallo', 'James Whitfield'],
    ['Bo Ek', 'Erik Berg'],
    ['Lucía Fernández', 'María Ortega'],
  ] as const;
  return {
    type: 'message',
    language: 'sv',
    blocks: [
      { block: 'heading', text: us('Förslag för Hösten 2026') },
      paragraph('3 av 6 adepter har fått en mentor. Ingen har fått veta något ännu.'),
      {
        block: 'table',
        caption: us('Vem med vem'),
        head: [us('Adept'), us('Mentor'), us('Poäng'), us('Varför')],
        rows: names.map(([mentee, mentor], index) => [
          [{ who: mentee, name: mentee }],
          [{ who: mentor, name: mentor }],
          us(String(92 - index * 7)),
          us('Båda talar svenska och vill prata om ledarskap'),
        ]),
      },
      { block: 'divider' },
      {
        block: 'actions',
        buttons: [
          button('matching.publish', 'Publicera', { style: 'main', confirm: 'Tre adepter får frågan nu. Vill du publicera?' }),
          button('matching.preview', 'Räkna om'),
        ],
      },
    ],
  };
}

function question(answered: boolean): ShownMessage {
  return {
    type: 'message',
    language: 'en',
    blocks: [
      {
        block: 'text',
        text: [
          { text: 'Have you and ', from: 'us' },
          { who: 'r0', name: 'Erik Berg' },
          { text: ' met since 1 October? One tap is enough, and it answers for both of you.', from: 'us' },
        ],
      },
      answered
        ? { block: 'note', text: us('You answered: yes, we have met.') }
        : {
            block: 'actions',
            buttons: [
              button('meetings.done', 'Yes, we met', { style: 'main' }),
              button('meetings.planned', 'We have a date'),
              button('meetings.later', 'Not yet'),
              button('meetings.leave', 'End the mentorship', { style: 'danger', confirm: 'Your mentorship ends now, and Erik is told. Go on?' }),
            ],
          },
    ],
  };
}

function replyTo(intent: Intent): Reply {
  switch (intent.action) {
    case 'home.show':
      return { kind: 'done', answer: { type: 'home', language: 'en', title: 'Where you stand', blocks: homeBlocks } };
    case 'matching.preview':
      return { kind: 'done', answer: preview() };
    case 'goals.open':
      return { kind: 'done', answer: { ...goalForm, token: `form-${intent.eventId}` } };
    case 'goals.save': {
      const faults: Record<string, string> = {};
      if (!intent.input['title']) faults['title'] = 'Something is missing here.';
      if (!intent.input['dueOn']) faults['dueOn'] = 'This goal has no date yet. When would you like to be there?';
      if (!intent.input['agree']) faults['agree'] = 'Tick here if you agree. Without it we cannot go on.';
      if (Object.keys(faults).length > 0) return { kind: 'refused', text: us('Some answers need another look. Nothing is lost.'), fields: faults };
      return {
        kind: 'done',
        answer: {
          type: 'message',
          language: 'en',
          blocks: [
            {
              block: 'text',
              text: [
                { text: 'Saved: ', from: 'us' },
                { text: String(intent.input['title']), from: 'user' },
              ],
            },
          ],
        },
      };
    }
    case 'meetings.done':
      return { kind: 'done', drawn: { messageId: `q-${intent.caller.externalId}`, message: question(true) } };
    case 'help.show':
      return { kind: 'refused', text: us(`I do not know “${String(intent.input['typed'])}”.`) };
    default:
      return { kind: 'done' };
  }
}

/** `dispatched` gathers what the pages sent. */
export function fakePlayground(): Playground & { readonly dispatched: Intent[]; notify: (conversation: string) => void } {
  const listeners = new Set<(conversation: string) => void>();
  const notify = (conversation: string) => {
    for (const listener of listeners) listener(conversation);
  };
  const all = new Map<string, Post>();
  const posts: PostStore = {
    add: async (post) => void all.set(post.id, post),
    replace: async (id, html) => {
      const post = all.get(id);
      if (post) all.set(id, { ...post, html });
    },
    list: async (conversation, limit) => [...all.values()].filter((post) => post.conversation === conversation).slice(-limit),
    find: async (id) => all.get(id) ?? null,
  };
  let now = instantOf('2026-09-01T08:00:00Z');
  let events = 0;
  const dispatched: Intent[] = [];
  const chat = webChat(posts, notify, { now: () => now });
  const ask = async (externalId: string) => {
    await chat.post({ tenantId: 't', conversation: `dm:${externalId}`, messageId: `q-${externalId}` }, question(false));
  };
  return {
    tenantId: 't',
    dispatched,
    notify,
    dispatch: async (intent) => {
      dispatched.push(intent);
      if (intent.action === 'matching.publish') {
        for (let index = 0; index < 6; index++) {
          await chat.post(
            { tenantId: 't', conversation: `dm:mentee${index}`, messageId: `proposal-${index}` },
            {
              type: 'message',
              language: 'en',
              blocks: [
                { block: 'heading', text: us('Someone who may suit you') },
                paragraph('We have found someone who may suit you. Here is what they can offer. You see no name yet, and they do not know that we have asked.'),
                {
                  block: 'facts',
                  facts: [
                    { label: us('Experience'), value: [{ text: 'Twenty years of leading teams, mostly in hospitals.\nLikes to listen first.', from: 'user' }] },
                    { label: us('Can help with'), value: us('Career paths, networks, a second opinion') },
                  ],
                },
                { block: 'actions', buttons: [button('matching.yes', 'Yes, please', { style: 'main' }), button('matching.no', 'No, thank you')] },
                { block: 'note', text: us('Your answer goes to the bot alone. If you say no, nobody is told who said what.') },
              ],
            },
          );
        }
        await chat.post(
          { tenantId: 't', conversation: 'general', messageId: 'announcement' },
          { type: 'message', language: 'en', blocks: [paragraph('The autumn cohort has begun. Welcome, everyone.')] },
        );
      }
      return replyTo(intent);
    },
    commands,
    people: async () => people,
    posts,
    clock: {
      now: () => now,
      move: async (by) => {
        now = plus(now, by);
        if (by > HOUR) await ask('mentee0');
      },
      toNext: async () => null,
    },
    changed: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    newEventId: () => `event-${String(++events).padStart(6, '0')}`,
  };
}
