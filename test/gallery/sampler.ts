// What the bot may show but seldom does: every kind of block and field at least once, long words, windows that wait.

import { renderPage, waitModal } from '../../adapters/slack/render/modal.ts';
import type { Language } from '../../src/bot/texts/language.ts';
import { say } from '../../src/bot/views/text.ts';
import type { ShownBlock, ShownForm, ShownInput, ShownMessage, Spans } from '../../src/bot/views/shown.ts';
import { words } from '../../adapters/common/words.ts';
import { answerExhibit, type Exhibit, refusedExhibit, toldExhibit, windowExhibit } from './exhibit.ts';

const ALVA = { who: 'alva', name: 'Alva Lindqvist' } as const;
const MENTIONS = new Map([['alva', 'U0ALVA']]);
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff-Rosenstråhle y Fernández de la Fuente';
const LONG_WORDS = 'A line that goes on for a while, as lines do when somebody has much to say and the day is long. ';

const us = (text: string): Spans => [{ text, from: 'us' }];
const token = { action: 'home.show', token: 'k.t' } as const;

const BLOCKS: readonly ShownBlock[] = [
  { block: 'heading', text: us('Every kind of block') },
  { block: 'text', text: [{ text: 'You and ', from: 'us' }, ALVA, { text: ' can write <!channel> and *stars* here.', from: 'user' }] },
  { block: 'facts', facts: [LONG_NAME, 'Label'].map((label) => ({ label: us(label), value: us(`${LONG_WORDS}\nAnd another line.`) })) },
  { block: 'list', ordered: true, items: [us('First'), us(LONG_WORDS), [ALVA]] },
  { block: 'list', ordered: false, items: [us('One'), us('Two')] },
  {
    block: 'table',
    caption: us('Caption'),
    head: [us('Who'), us('With'), us('Why')],
    rows: [
      [[ALVA], us(LONG_NAME), us(LONG_WORDS)],
      [us('a'), us(''), us('c')],
    ],
  },
  { block: 'progress', done: 3, of: 7, text: us('Stage 3 of 7') },
  { block: 'progress', done: 7, of: 7, text: us('') },
  { block: 'picture', svg: '<svg/>', alt: 'A picture in words' },
  {
    block: 'links',
    links: [
      { label: 'Add to my calendar', url: 'https://mentor.example.org/event/k.t.ics' },
      { label: LONG_NAME, url: 'https://mentor.example.org/join/k' },
    ],
  },
  { block: 'divider' },
  {
    block: 'actions',
    buttons: [
      { label: 'Main', style: 'main', ...token },
      { label: 'Danger', style: 'danger', confirm: 'Shall it go?', ...token },
    ],
  },
  { block: 'actions', buttons: Array.from({ length: 27 }, (_, n) => ({ label: `${LONG_NAME} ${n}`.slice(0, 12 + 3 * n), ...token })) },
  { block: 'note', text: us(LONG_WORDS.repeat(2)) },
];

const options = (count: number) => Array.from({ length: count }, (_, n) => ({ value: `v${n}`, label: n === 1 ? LONG_WORDS : `Option ${n + 1}` }));
const field = (name: string, required = false) => ({ name, label: name, help: `About ${name}`, required });

const EMPTY: readonly ShownInput[] = [
  { ...field('line', true), input: 'line', max: 100, value: '' },
  { ...field('paragraph'), input: 'paragraph', max: 500, value: '' },
  { ...field('few'), input: 'choice', options: options(3), value: '' },
  { ...field('many'), input: 'choice', options: options(12), value: '' },
  { ...field('boxes'), input: 'choices', options: options(4), value: [] },
  { ...field('list'), input: 'choices', options: options(14), value: [] },
  { ...field('date'), input: 'date', value: '' },
  { ...field('time'), input: 'time', value: '' },
  { ...field('person'), input: 'person', value: '' },
  { ...field('channel'), input: 'channel', value: '' },
  { ...field('number'), input: 'number', min: 1, max: 5, value: '' },
  { ...field('agree', true), input: 'agree', value: false },
];
const VALUES: Readonly<Record<string, string | readonly string[] | boolean>> = {
  ...{ line: LONG_NAME, paragraph: `${LONG_WORDS}\n${LONG_WORDS}`, few: 'v1', many: 'v1', boxes: ['v0', 'v1'], list: ['v0', 'v13'] },
  ...{ date: '2026-12-01', time: '09:30', person: 'alva', channel: 'C0MENTORING', number: '7', agree: true },
};
const LONG: readonly ShownInput[] = [{ ...field('essay'), input: 'paragraph', max: 20_000, value: LONG_WORDS.repeat(40) }];

export function samplerOf(language: Language): readonly Exhibit[] {
  const caption = (name: string) => ({ name, reader: 'Sampler', language });
  const message = (blocks: readonly ShownBlock[]): ShownMessage => ({ type: 'message', language, blocks });
  const form = (title: string, inputs: readonly ShownInput[]): ShownForm => ({
    ...{ type: 'form', language, title, intro: [], inputs, submit: 'Send', cancel: words(say('common.cancel'), language), ...token },
    also: [{ label: 'Keep for later', next: 'later' }],
  });
  const faults = Object.fromEntries(EMPTY.map(({ name }) => [name, `What is wrong with ${name}`]));
  const text = us(words(say('error.form'), language));
  const reply = (answer: ShownForm | ShownMessage) => ({ kind: 'done', language, answer }) as const;
  const shown = [
    reply(form('Nothing filled in', EMPTY)),
    reply(form('A text in several boxes', LONG)),
    { ...reply(form('Not as it should be, in a long title', EMPTY)), text },
  ];
  const refused = { kind: 'refused', language, text, fields: faults } as const;
  const how = { mentions: MENTIONS, typed: VALUES };
  return [
    toldExhibit(caption('every block'), message(BLOCKS), MENTIONS),
    toldExhibit(caption('nothing'), message([]), MENTIONS),
    toldExhibit(caption('far too long'), message([{ block: 'text', text: us(LONG_WORDS.repeat(200)) }, ...BLOCKS.slice(-3)]), MENTIONS),
    ...shown.flatMap((one) => answerExhibit(caption('a form'), one, 'window', MENTIONS) ?? []),
    refusedExhibit(caption('faults at the fields'), form('All filled in', EMPTY), refused, how),
    refusedExhibit(
      caption('faults that have no field'),
      form('All filled in', EMPTY),
      { ...refused, fields: { ...faults, elsewhere: 'What is wrong elsewhere' } },
      how,
    ),
    windowExhibit(caption('a word to wait'), waitModal(language)),
    windowExhibit(caption('an empty page'), renderPage(message([]), MENTIONS)),
  ];
}
