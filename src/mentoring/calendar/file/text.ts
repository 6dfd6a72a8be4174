// The text of a programme file, YAML or JSON, as plain values, with the line on which each stands. Anchors, references and
// tags are not taken: they can make a small file huge, or a value something else than it looks.

import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { clean } from '../../../bot/actions/fields.ts';
import type { PlanFault, Why } from './fault.ts';

/** More than any programme needs: the manual's two have about 5,000 characters each. */
export const LONGEST = 200_000;
/** The deepest that a programme goes is `milestones.1.parts.1.audience.1`. */
const DEEPEST = 8;

export type Path = readonly PropertyKey[];

export interface FileText {
  readonly value: unknown;
  readonly faults: readonly PlanFault[];
  /** The line of a value, or of the nearest thing around it that is there. */
  lineOf(path: Path): number;
}

const CODES: Readonly<Record<string, 'tab'>> = { TAB_AS_INDENT: 'tab' };

export function fileText(text: string): FileText {
  const nowhere = (reason: Why): FileText => ({ value: null, faults: [{ line: null, milestone: null, field: null, reason }], lineOf: () => 1 });
  if (text.length > LONGEST) return nowhere({ why: 'too-long', limit: LONGEST });
  const counter = new LineCounter();
  // JSON is YAML too. Keys are compared below: the library compares each with all others.
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  const reader = new Reader(counter);
  for (const { code, pos } of document.errors) reader.fault(pos[0], { why: CODES[code] ?? 'unreadable' });
  for (const { pos } of document.warnings) reader.fault(pos[0], { why: 'trick' });
  const value = document.errors.length > 0 ? null : reader.value(document.contents, []);
  if (reader.faults.length === 0 && value === null) return nowhere({ why: 'empty' });
  return { value, faults: reader.faults, lineOf: (path) => reader.lineOf(path) };
}

class Reader {
  readonly faults: PlanFault[] = [];
  private readonly lines = new Map<string, number>();
  private readonly counter: LineCounter;

  constructor(counter: LineCounter) {
    this.counter = counter;
  }

  fault(offset: number | undefined, reason: Why): void {
    const line = this.line(offset);
    // One fault in the text makes many: of a line, the first is enough.
    if (!this.faults.some((one) => one.line === line)) this.faults.push({ line, milestone: null, field: null, reason });
  }

  lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const line = this.lines.get(path.slice(0, length).map(String).join('/'));
      if (line !== undefined) return line;
    }
    return 1;
  }

  value(node: unknown, path: Path): unknown {
    if (node === null || node === undefined) return null;
    const offset = (node as Node).range?.[0];
    if (!this.lines.has(path.map(String).join('/'))) this.lines.set(path.map(String).join('/'), this.line(offset));
    if (path.length > DEEPEST) return this.refuse(offset, { why: 'deep' });
    if (!(isMap(node) || isSeq(node) || isScalar(node)) || node.anchor !== undefined || node.tag !== undefined) return this.refuse(offset, { why: 'trick' });
    if (isSeq(node)) return node.items.map((item, index) => this.value(item, [...path, index]));
    if (isMap(node)) return this.map(node.items, path);
    // Whoever edits a file pastes into it; no value of a programme has more than one line.
    return typeof node.value === 'string' ? clean(node.value).replace(/\s+/g, ' ') : node.value;
  }

  private map(pairs: readonly Pair[], path: Path): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const { key, value } of pairs) {
      const offset = (key as Node | null)?.range?.[0];
      if (!isScalar(key) || typeof key.value !== 'string') this.fault(offset, { why: 'unreadable' });
      else if (key.anchor !== undefined || key.tag !== undefined) this.fault(offset, { why: 'trick' });
      else if (entries.has(key.value)) this.fault(offset, { why: 'key-twice', key: key.value });
      else {
        const at = [...path, key.value];
        this.lines.set(at.join('/'), this.line(offset));
        entries.set(key.value, this.value(value, at));
      }
    }
    // Own properties all, whatever they are called: the schema then knows nothing of `__proto__`.
    return Object.fromEntries(entries);
  }

  private refuse(offset: number | undefined, reason: Why): null {
    this.fault(offset, reason);
    return null;
  }

  private line(offset: number | undefined): number {
    return this.counter.linePos(offset ?? 0).line || 1;
  }
}
