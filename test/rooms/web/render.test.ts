// What the browser shows of a view: everything that people wrote is text, and every sign has words beside it.

import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD, renderForm } from '../../../adapters/web/form.ts';
import { pressed, renderView } from '../../../adapters/web/render.ts';
import { ring } from '../../../adapters/web/ring.ts';
import type { ShownBlock, ShownForm, ShownInput, ShownMessage, Spans } from '../../../src/bot/views/shown.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<!channel>',
  '<@U1>',
  '[x](http://evil)',
  '" onclick="alert(1)',
  "' autofocus '",
  '&lt;b&gt;',
  '\u0000\ud800',
  '</textarea><b>',
];

function user(text: string): Spans {
  return [{ text, from: 'user' }];
}

/** A view with the same text in every place that takes one. */
function everywhere(text: string): readonly ShownBlock[] {
  const spans: Spans = [
    { text, from: 'user' },
    { text, from: 'us' },
    { who: text, name: text },
  ];
  return [
    { block: 'heading', text: spans },
    { block: 'text', text: spans },
    { block: 'note', text: spans },
    { block: 'facts', facts: [{ label: spans, value: spans }] },
    { block: 'list', ordered: true, items: [spans] },
    { block: 'table', caption: spans, head: [spans], rows: [[spans]] },
    { block: 'progress', done: 1, of: 7, text: spans },
    { block: 'picture', svg: '<svg/>', alt: text },
    { block: 'links', links: [{ label: text, url: text }] },
    { block: 'actions', buttons: [{ label: text, hint: text, confirm: text, action: 'a.b', token: 'token' }] },
  ];
}

function message(blocks: readonly ShownBlock[]): ShownMessage {
  return { type: 'message', language: 'sv', blocks };
}

const INPUTS: readonly ShownInput['input'][] = ['line', 'paragraph', 'choice', 'choices', 'date', 'time', 'person', 'number', 'agree'];

function input(kind: ShownInput['input'], text: string): ShownInput {
  const field = { name: kind, label: text, help: text, required: false };
  const options = [{ value: text, label: text }];
  switch (kind) {
    case 'choice':
      return { ...field, input: kind, options, value: text };
    case 'choices':
      return { ...field, input: kind, options, value: [text] };
    case 'agree':
      return { ...field, input: kind, value: false };
    case 'number':
      return { ...field, input: kind, min: 1, max: 9, value: text };
    case 'line':
    case 'paragraph':
      return { ...field, input: kind, max: 100, value: text };
    default:
      return { ...field, input: kind, value: text };
  }
}

function form(inputs: readonly ShownInput[], title = 'A form'): ShownForm {
  return {
    type: 'form',
    language: 'en',
    title,
    intro: [],
    inputs,
    submit: 'Save',
    cancel: 'Cancel',
    action: 'goals.save',
    token: 'sealed',
    also: [{ label: 'Later', next: 'later' }],
  };
}

const opened = { side: 'left', who: 'anna', event: 'event-1', people: [], back: '/' } as const;

/** The tags of a piece of HTML with their attribute names: what a text must never add to. */
function bones(html: string): string {
  return html.replace(/>[^<]*/g, '>').replace(/"[^"]*"/g, '""');
}

describe('what people write', () => {
  it.each(HOSTILE)('is shown as text in every place of a message: %j', (text) => {
    expect(bones(renderView(message(everywhere(text))).toString())).toBe(bones(renderView(message(everywhere('plain'))).toString()));
  });

  it.each(HOSTILE)('is shown as text in every place of a form: %j', (text) => {
    const faults = Object.fromEntries(INPUTS.map((kind) => [kind, text]));
    const draw = (words: string) =>
      renderForm(
        form(
          INPUTS.map((kind) => input(kind, words)),
          words,
        ),
        {
          ...opened,
          people: [{ id: words, externalId: words, name: words, language: 'en', role: 'mentor' }],
          reply: { kind: 'refused', text: user(words), fields: { ...faults } },
        },
      ).toString();
    expect(bones(draw(text))).toBe(bones(draw('plain')));
  });

  it('never changes the bones of a message, whatever it is', () => {
    const plain = bones(renderView(message(everywhere('plain'))).toString());
    assert(property(string({ unit: 'binary' }), (text) => bones(renderView(message(everywhere(text || 'x'))).toString()) === plain));
  });

  it('keeps its own direction, so that right-to-left words do not turn the sentence', () => {
    expect(renderView(message([{ block: 'text', text: user('שלום') }])).toString()).toContain('<span class="quoted" dir="auto">שלום</span>');
  });
});

describe('a message', () => {
  it('says its language, for screen readers', () => {
    expect(renderView(message([])).toString()).toContain('lang="sv"');
  });

  it('holds no id, for it may stand twice on a page', () => {
    expect(renderView(message(everywhere('text'))).toString()).not.toMatch(/\sid=/);
  });

  it('asks before a button that needs a yes, and says what a short label leaves open', () => {
    const html = renderView(
      message([{ block: 'actions', buttons: [{ label: 'Yes', hint: 'to Bo Ek', confirm: 'Sure?', action: 'a.b', token: 't' }] }]),
    ).toString();
    expect(html).toContain('data-confirm="Sure?"');
    expect(html).toContain('<span class="visually-hidden"> to Bo Ek</span>');
  });

  it('repeats a table’s heads in its cells, for narrow screens', () => {
    const html = renderView(message([{ block: 'table', caption: user('Who'), head: [user('Name')], rows: [[user('Bo')]] }])).toString();
    expect(html).toContain('aria-hidden="true"><span class="quoted" dir="auto">Name</span>');
    expect(html).toContain('role="columnheader"');
  });

  it('shows a picture with the words that say the same', () => {
    const html = renderView(message([{ block: 'picture', svg: '<svg><path/></svg>', alt: 'Three of seven' }])).toString();
    expect(html).toContain('role="img" aria-label="Three of seven" tabindex="0"><svg><path/></svg>');
  });

  it('shows links as what they are, which tell nobody where the reader came from; a calendar file is kept', () => {
    const links = [
      { label: 'Add to my calendar', url: 'https://mentor.example.org/event/k.t.ics' },
      { label: 'Sign up', url: 'https://mentor.example.org/join/k' },
    ];
    const html = renderView(message([{ block: 'links', links }])).toString();
    expect(html).toContain('<a href="https://mentor.example.org/event/k.t.ics" rel="noopener noreferrer" download>Add to my calendar</a>');
    expect(html).toContain('<a href="https://mentor.example.org/join/k" rel="noopener noreferrer">Sign up</a>');
    expect(renderView(message([{ block: 'links', links: [] }])).toString()).not.toContain('<ul');
  });
});

describe('the ring of seven', () => {
  it('fills as many arcs as are done, of as many as there are', () => {
    assert(
      property(integer({ min: 1, max: 24 }), integer({ min: -3, max: 30 }), (of, done) => {
        const html = ring(done, of).toString();
        expect(html.match(/<path/g)).toHaveLength(of);
        expect(html.match(/arc filled/g) ?? []).toHaveLength(Math.min(Math.max(done, 0), of));
        expect(html).not.toContain('NaN');
      }),
    );
  });
});

describe('a form', () => {
  const one = form([input('line', 'Your goal')]);

  it('names its own fields apart from those of the page', () => {
    expect(renderForm(form([{ ...input('line', 'x'), name: 'who' }]), opened).toString()).toContain(`name="${FIELD}who"`);
  });

  it('ties help and error to their field, and marks the field', () => {
    const html = renderForm(one, {
      ...opened,
      reply: { kind: 'refused', text: user('Look again'), fields: { line: 'Something is missing here.' } },
    }).toString();
    expect(html).toContain('aria-describedby="left-f-line-help left-f-line-error" aria-invalid="true"');
    expect(html).toContain('<p class="error" id="left-f-line-error">Something is missing here.</p>');
    expect(html).toContain('role="alert"');
  });

  it('comes back with what was typed, not with what it began with', () => {
    const html = renderForm(form([input('line', 'old'), input('choices', 'a'), input('agree', 'b')]), {
      ...opened,
      typed: { line: 'new', choices: [], agree: 'on' },
    }).toString();
    expect(html).toContain('value="new"');
    expect(html).not.toMatch(/value="a"\s+checked/);
    expect(html).toMatch(/value="on"\s+checked/);
  });

  it('keeps the line feed that a long text begins with', () => {
    expect(renderForm(form([{ ...input('paragraph', 'x'), value: '\nfirst' } as ShownInput]), opened).toString()).toMatch(
      /<textarea[^>]*>\n\nfirst<\/textarea>/,
    );
  });
});

describe('a pressed button', () => {
  it('tells its action and its token', () => {
    expect(pressed('goals.save abc')).toEqual({ action: 'goals.save', token: 'abc' });
  });

  it.each(['', 'goals.save', ' abc', 'a b c'])('is none of ours: %j', (value) => {
    expect(pressed(value)).toBeNull();
  });
});
