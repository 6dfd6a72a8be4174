// What an admin uploads to Teams: the files of a package, and the package itself.

import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { type Describing, type ManifestVersion, textFilesOf } from '../adapters/teams/manifest.ts';
import { COMMANDS } from '../src/mentoring/table.ts';

/** Whose app it is. */
export interface Owner {
  readonly appId: string;
  /** No slash at the end. */
  readonly publicUrl: string;
  /** Their own pages; without them, those below the address. */
  readonly privacy?: string | undefined;
  readonly terms?: string | undefined;
  readonly developer?: string | undefined;
}

/** Plainly nobody: what lies in `manifests/` is to be read and compared, and each deployment makes packages of its own. */
export const NOBODY: Owner = { appId: '00000000-0000-0000-0000-000000000000', publicUrl: 'https://mentor.example.org' };

const ICONS = ['color.png', 'outline.png', 'color32.png'];

export function describing(version: ManifestVersion, owner: Owner): Describing {
  const { version: release } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  const { appId, publicUrl, privacy = `${publicUrl}/privacy`, terms = `${publicUrl}/terms`, developer = 'Mentor Cycle' } = owner;
  return { version, commands: COMMANDS, appId, publicUrl, privacyUrl: privacy, termsUrl: terms, developer, release };
}

/** A file of text as it lies in `manifests/` and in the package. */
export function written(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The same bytes for the same words, whenever and wherever it is made. */
export function packageOf(of: Describing): Uint8Array {
  const texts = Object.entries(textFilesOf(of)).map(([name, content]) => [name, strToU8(written(content))] as const);
  const icons = ICONS.map((name) => [name, new Uint8Array(readFileSync(new URL(`teams/${name}`, import.meta.url)))] as const);
  return zipSync(Object.fromEntries([...texts, ...icons]), { mtime: '1980-01-01T00:00:00', level: 9 });
}
