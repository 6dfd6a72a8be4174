// Many figures on few pictures: side by side in columns, as tall as one can still read.

export interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 24;
const TALLEST = 1500;
const WIDEST = 1700;

/** The numbers of the figures by sheet and column. What is taller than a sheet has one of its own. */
export function sheetsOf(sizes: readonly Size[]): readonly (readonly (readonly number[])[])[] {
  const columns = Math.max(1, Math.floor(WIDEST / (Math.max(...sizes.map(({ width }) => width)) + GAP)));
  const [alone, others] = [tall(sizes, true), tall(sizes, false)];
  const filled: number[][] = [];
  let room = 0;
  for (const index of others) {
    const height = (sizes[index]?.height ?? 0) + GAP;
    if (height > room) {
      filled.push([]);
      room = TALLEST + GAP;
    }
    filled.at(-1)?.push(index);
    room -= height;
  }
  const sheets = Array.from({ length: Math.ceil(filled.length / columns) }, (_, sheet) => filled.slice(sheet * columns, (sheet + 1) * columns));
  return [...sheets, ...alone.map((index) => [[index]])];
}

function tall(sizes: readonly Size[], yes: boolean): number[] {
  return [...sizes.keys()].filter((index) => (sizes[index]?.height ?? 0) > TALLEST === yes);
}
