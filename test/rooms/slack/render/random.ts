// Random views of random sizes, from a seed: texts of what breaks bots, as long as Slack's limits are near.

import type { ShownBlock, ShownButton, ShownForm, ShownInput, ShownMessage, ShownOption, Span, Spans } from '../../../../src/bot/views/shown.ts';

/** What readers take for one character each, and half characters that are none. */
export const SIGNS: readonly string[] = [
  ...['a', 'b', 'Z', '7', '.', '&', '<', '>', '*', '_', ':', '@', '#', '`', 'å', 'ñ', 'ß', '漢', '한', 'ש', 'ل', 'ท'],
  ...['e\u0301', 'n\u0303\u0323', 'Z̸̡̛͉̦̈́̒', 'क्षि', '👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '🇸🇪', '1️⃣', '😀'],
];
const HALVES = ['\ud800x', '\udfff', '\0', '\u0007', '\u202e'];
const SPACES = [' ', ' ', ' ', '\n'];

/** Lengths around Slack's limits, in signs. */
const NEAR: readonly number[] = [24, 30, 75, 76, 100, 148, 149, 150, 151, 300, 2000, 2999, 3000, 3001];
const LANGUAGES = ['en', 'sv', 'es'];
const PEOPLE = ['alva', 'bo', 'cy'] as const;
/** Slack knows two of the three. */
export const MENTIONS: ReadonlyMap<string, string> = new Map([
  ['alva', 'U0ALVA'],
  ['bo', 'W0BO'],
]);

export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** From 0 up to, not including, `below`. */
  below(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T;
  }

  chance(one: number): boolean {
    return this.below(one) === 0;
  }

  many<T>(most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.below(most + 1) }, (_, index) => make(index));
  }

  /** Mostly short, often near a limit, seldom very long. */
  text(): string {
    const kind = this.below(60);
    const near = this.pick(NEAR.slice(0, kind < 57 ? 10 : NEAR.length));
    const length = kind < 44 ? this.below(20) : kind < 59 ? Math.max(near + this.below(5) - 2, 0) : this.below(7000);
    // Of one letter alone, so that a text is just as long as a limit in units too.
    if (this.chance(3)) return this.pick(['x', 'y z ', '漢']).repeat(length);
    return Array.from({ length }, () => this.pick(this.chance(5) ? SPACES : this.chance(60) ? HALVES : SIGNS)).join('');
  }

  /** Many lines, together less than what twenty boxes hold. */
  private long(): string {
    const line = `${this.text()}\n`;
    return line.repeat(Math.min(this.below(200), Math.floor(50_000 / line.length)));
  }

  span(): Span {
    if (this.chance(6)) return { who: this.pick(PEOPLE), name: this.text() };
    if (this.chance(12)) return { channel: this.pick(['C0123', 'general', '#all', 'D0123', '']), platform: this.pick(['slack', 'web']) };
    return { text: this.text(), from: this.pick(['us', 'user']) };
  }

  spans(): Spans {
    return this.many(3, () => this.span());
  }

  button(): ShownButton {
    return {
      ...{ label: this.text(), action: 'goals.save', token: `k.${'t'.repeat(this.below(900))}` },
      ...(this.chance(3) ? { hint: this.text() } : {}),
      ...(this.chance(3) ? { confirm: this.text() } : {}),
      ...(this.chance(3) ? { style: this.pick(['main', 'danger']) } : {}),
    };
  }

  /** Mostly ours; some that no chat takes, and some as long as they may be. */
  private url(): string {
    const root = this.pick(['https://mentor.example.org', 'https://mentor.example.org', 'http://localhost:3000', 'javascript:alert(1)//']);
    return `${root}/event/${'t'.repeat(this.pick([200, 400, 2950, 2980, 3000]))}.ics`;
  }

  block(): ShownBlock {
    const most = this.pick([2, 2, 4, 4, 8, 30]);
    switch (this.below(11)) {
      case 0:
        return { block: 'heading', text: this.spans() };
      case 1:
        return { block: 'facts', facts: this.many(most, () => ({ label: this.spans(), value: this.spans() })) };
      case 2:
        return { block: 'list', items: this.many(most, () => this.spans()), ordered: this.chance(2) };
      case 3: {
        const columns = 1 + this.below(5);
        const row = () => Array.from({ length: columns }, () => this.spans());
        return { block: 'table', caption: this.spans(), head: row(), rows: this.many(most, row) };
      }
      case 4:
        return { block: 'progress', done: this.below(12) - 2, of: this.below(9), text: this.spans() };
      case 5:
        return { block: 'picture', svg: '<svg/>', alt: this.text(), ...(this.chance(2) ? { url: this.url() } : {}) };
      case 6:
        return { block: 'divider' };
      case 7:
        return { block: 'actions', buttons: this.many(most, () => this.button()) };
      case 8:
        return { block: 'note', text: this.spans() };
      case 9:
        return { block: 'links', links: this.many(most, () => ({ label: this.text(), url: this.url() })) };
      default:
        return { block: 'text', text: this.spans() };
    }
  }

  view(): ShownMessage {
    const most = this.pick([3, 3, 3, 6, 6, 10, 20, 110]);
    return { type: 'message', language: this.pick(LANGUAGES), blocks: this.many(most, () => this.block()) };
  }

  form(): ShownForm {
    const words = { title: this.text(), submit: this.text(), cancel: this.text(), action: 'goals.save', token: `k.${'t'.repeat(this.below(900))}` };
    return {
      ...{ type: 'form', language: this.pick(LANGUAGES), ...words },
      intro: this.many(this.pick([1, 2, 3, 3, 3, 40]), () => this.block()),
      inputs: this.many(this.pick([3, 3, 6, 6, 30]), (index) => this.input(`field-${index}`)),
      also: this.many(2, (index) => ({ label: this.text(), next: `next${index}` })),
    };
  }

  private options(): ShownOption[] {
    const values = this.many(this.pick([0, 3, 3, 6, 6, 11, 120]), (index) => `${index}-${'v'.repeat(this.below(140))}`);
    return values.map((value) => ({ value, label: this.chance(3) ? this.text() : `Option ${value.slice(0, 3)}` }));
  }

  private input(name: string): ShownInput {
    const field = { name, label: this.text(), required: this.chance(2), ...(this.chance(2) ? { help: this.text() } : {}) };
    const max = this.pick([1, 80, 1500, 3000, 3001, 200_000]);
    const options = this.options();
    const some = options.filter(() => this.chance(4)).map((option) => option.value);
    switch (this.below(10)) {
      case 0:
        return { ...field, input: 'line', max: Math.min(max, 3000), value: this.text().replaceAll('\n', ' ') };
      case 1:
        return { ...field, input: 'choice', options, value: some[0] ?? '' };
      case 2:
        return { ...field, input: 'choices', options, value: some };
      case 3:
        return { ...field, input: 'date', value: this.pick(['', '2026-12-01', '2028-02-29']) };
      case 4:
        return { ...field, input: 'time', value: this.pick(['', '00:00', '23:59']) };
      case 5:
        return { ...field, input: 'person', value: this.pick(['', 'alva', 'bo']) };
      case 6:
        return { ...field, input: 'channel', value: this.pick(['', 'C0123', 'G0123']) };
      case 7:
        return { ...field, input: 'number', min: 1, max: 9, value: this.pick(['', '3', 'many']) };
      case 8:
        return { ...field, input: 'agree', value: this.chance(2) };
      default:
        return { ...field, input: 'paragraph', max, value: this.chance(12) ? this.long() : this.text() };
    }
  }
}
