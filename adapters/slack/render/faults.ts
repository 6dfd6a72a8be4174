// What the checks of blocks and of their elements share: a list of faults, and the few questions that they all ask.

export type Path = readonly (string | number)[];

export class Faults {
  readonly all: string[] = [];

  add(path: Path, what: string): void {
    this.all.push(`${path.join('/')}: ${what}`);
  }

  unique(path: Path, ids: readonly string[]): void {
    if (new Set(ids).size !== ids.length) this.add(path, 'two of the same id');
  }

  /** No string anywhere may hold half a character, or the one that ends a string elsewhere. */
  strings(value: unknown, path: Path): void {
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) this.add(path, 'not well-formed');
    if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) this.strings(inner, [...path, key]);
  }
}

export function length(faults: Faults, path: Path, text: string, most: number, least = 1): void {
  if (text.length > most) faults.add(path, `${text.length} characters, most ${most}`);
  if (text.length < least) faults.add(path, 'empty');
}

export function list(faults: Faults, path: Path, all: readonly unknown[]): void {
  if (all.length === 0) faults.add(path, 'empty');
}

export function some(faults: Faults, path: Path, all: readonly unknown[], most: number): void {
  list(faults, path, all);
  if (all.length > most) faults.add(path, `${all.length} elements, most ${most}`);
}

export function plainText(faults: Faults, path: Path, text: object, most: number): void {
  const { type, text: words } = text as { readonly type?: unknown; readonly text?: unknown };
  if (type !== 'plain_text' || typeof words !== 'string') return faults.add(path, 'no plain text');
  length(faults, path, words, most);
  if (words !== '' && words.trim() === '') faults.add(path, 'blank');
}
