// The walls of the house: who may import whom, and what may be used only in named places.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

interface Source {
  readonly path: string;
  readonly text: string;
  /** Project paths, or package names. */
  readonly imports: readonly { readonly target: string; readonly typeOnly: boolean }[];
}

function read(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
    .map((name) => {
      const path = join(folder, name).replaceAll('\\', '/');
      const text = readFileSync(join(ROOT, path), 'utf8');
      const found = text.matchAll(
        /^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
      );
      const imports = [...found].map((match) => {
        const name = match[2] ?? match[3] ?? match[4] ?? '';
        const target = name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), name)).replaceAll('\\', '/') : name;
        return { target, typeOnly: match[1] !== undefined };
      });
      return { path, text, imports };
    });
}

const src = read('src');
const adapters = read('adapters');
const all = [...src, ...adapters];

function breaches(from: readonly Source[], forbidden: (target: string, source: Source) => boolean, except: readonly string[] = []): string[] {
  return from
    .filter((source) => !except.includes(source.path))
    .flatMap((source) => source.imports.filter(({ target }) => forbidden(target, source)).map(({ target }) => `${source.path} imports ${target}`));
}

const inside = (folder: string) => src.filter((source) => source.path.startsWith(`src/${folder}/`));
const room = (path: string) => /^src\/mentoring\/([^/]+)\//.exec(path)?.[1];

describe('the walls of the house', () => {
  it('has been read whole', () => {
    console.log(`import rules: ${all.length} files read, ${all.reduce((sum, source) => sum + source.imports.length, 0)} imports`);
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap((source) => source.imports).length).toBeGreaterThan(400);
    expect(inside('mentoring').length).toBeGreaterThan(40);
  });

  it('keeps platforms out of the product', () => {
    const sdk = /^(@slack|botbuilder|botframework|@microsoft|@azure|hono|@hono|htmx)/;
    expect(
      breaches(src, (target) => target.startsWith('adapters/') || sdk.test(target), [
        'src/main.ts',
        ...inside('runtime')
          .filter((source) => /^src\/runtime\/(start\.ts|server\/)/.test(source.path))
          .map((source) => source.path),
      ]),
    ).toEqual([]);
    expect(breaches(inside('runtime'), (target) => target.startsWith('adapters/'))).toEqual([]);
  });

  it('lets the bot talk without knowing mentoring or the machine', () => {
    expect(breaches(inside('bot'), (target) => /^src\/(mentoring|runtime)\//.test(target))).toEqual([]);
  });

  it('lets mentoring know no database, log or timer', () => {
    expect(breaches(inside('mentoring'), (target) => /^src\/runtime\/|^(pino|node-cron|@prisma|prisma|pg|pg-boss|@electric-sql)/.test(target))).toEqual([]);
  });

  it('lets adapters know only how the bot talks', () => {
    expect(breaches(adapters, (target) => /^src\/(mentoring|runtime)\//.test(target))).toEqual([]);
  });

  it('keeps platforms apart', () => {
    const platform = (path: string) => /^adapters\/(slack|teams|web)\//.exec(path)?.[1];
    expect(breaches(adapters, (target, source) => platform(target) !== undefined && platform(target) !== platform(source.path))).toEqual([]);
    // Microsoft's library is at the end of its support: all that knows it stands in one folder.
    const microsoft = /^(botbuilder|botframework|@microsoft|@azure)/;
    expect(
      breaches(
        all.filter((source) => !source.path.startsWith('adapters/teams/')),
        (target) => microsoft.test(target),
      ),
    ).toEqual([]);
  });

  it('has doors: a room is entered by its index', () => {
    const byTheWindow = (target: string, source: Source) => {
      const other = room(target);
      return other !== undefined && other !== room(source.path) && !target.endsWith('/index.ts');
    };
    const types = breaches(
      inside('mentoring').map((source) => ({ ...source, imports: source.imports.filter(({ typeOnly }) => !typeOnly) })),
      byTheWindow,
    );
    expect(types).toEqual([]);
  });

  it('has no cycles among files', () => {
    const graph = new Map(all.map((source) => [source.path, source.imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target)]));
    expect(cycles(graph)).toEqual([]);
  });

  it('asks time, chance, the environment and the network only in named places', () => {
    const named: Readonly<Record<string, readonly string[]>> = {
      'new Date(': ['src/time.ts', 'src/runtime/'],
      'Date.now(': ['src/runtime/clock.ts'],
      'Math.random(': [],
      'process.env': ['src/config.ts', 'src/main.ts'],
      // The operator's doctor asks whether addresses answer; Teams' library sends too little, and too often.
      'fetch(': ['adapters/slack/doctor.ts', 'adapters/teams/doctor.ts', 'adapters/teams/receive/provider.ts', 'adapters/teams/send/request.ts'],
    };
    const found = Object.entries(named).flatMap(([word, places]) =>
      all
        .filter(
          (source) =>
            new RegExp(`(?<![\\w.])${word.replace(/[.(]/g, '\\$&')}`).test(code(source.text)) && !places.some((place) => source.path.startsWith(place)),
        )
        .map((source) => `${source.path} uses ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('has no file that hides two rooms', () => {
    expect(all.filter((source) => Buffer.byteLength(source.text) > 15_000).map((source) => source.path)).toEqual([]);
  });
});

/** Without comments. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (node: string, path: readonly string[]): void => {
    if (path.includes(node)) return void found.push([...path.slice(path.indexOf(node)), node].join(' -> '));
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}
