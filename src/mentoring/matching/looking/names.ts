// Two people named in one typed line: "@Anna Lind @Bo Ek", "Anna Lind, Bo Ek", "anna bo". Pure.

import { fold } from '../summary/words.ts';

interface Named {
  readonly name: string;
}

/** Those whose name is this, or else those of whose name it is a part. */
export function peopleNamed<P extends Named>(typed: string, people: readonly P[]): readonly P[] {
  const wanted = fold(typed.replaceAll('@', ' ')).trim().replace(/\s+/g, ' ');
  if (wanted === '') return [];
  const same = people.filter((person) => fold(person.name) === wanted);
  if (same.length > 0) return same;
  const word = people.filter((person) => ` ${fold(person.name)} `.includes(` ${wanted} `));
  return word.length > 0 ? word : people.filter((person) => fold(person.name).includes(wanted));
}

/** The two names of a line; `null` where nobody can tell where one ends. */
export function namesTyped(line: string, people: readonly Named[]): readonly [string, string] | null {
  // Two marked people are two, whatever their names hold: "@Lind, Anna @Bo Ek".
  const mentioned = line.split('@').map((part) =>
    part
      .trim()
      .replace(/[,;&+/]$|\s(?:and|och|y|e|med|with|con)$/iu, '')
      .trim(),
  );
  const [before, ...two] = mentioned;
  if (before === '' && two.length === 2 && two.every((name) => name !== '')) return [two[0] ?? '', two[1] ?? ''];
  const marked = line.split(/[@,;&+/]|\s[-–—]\s|\s(?:and|och|y|e|med|with|con)\s/iu).map((part) => part.trim());
  const parts = marked.filter((part) => part !== '');
  if (parts.length === 2) return [parts[0] ?? '', parts[1] ?? ''];
  if (parts.length !== 1) return null;
  const words = (parts[0] ?? '').split(/\s+/);
  const splits = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')] as const);
  const clear = splits.filter((split) => split.every((name) => peopleNamed(name, people).length === 1));
  return (clear.length === 1 ? clear[0] : splits.length === 1 ? splits[0] : undefined) ?? null;
}
