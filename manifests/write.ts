// `npm run manifests`: writes what Slack and Teams are told of the app, for people to read and to compare.
// `npm run -s manifests -- install https://mentor.example.org`: prints one for Slack, to be pasted there.
// `npm run -s manifests -- --app-id ID --url https://mentor.example.org`: makes the packages for Teams, to be uploaded there.
// `npm run manifests -- icons`: draws the icons of those packages anew.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { manifestOf } from '../adapters/slack/manifest.ts';
import { textFilesOf, VERSIONS } from '../adapters/teams/manifest.ts';
import { COMMANDS } from '../src/mentoring/table.ts';
import { describing, NOBODY, packageOf, written } from './packages.ts';

const MODES = ['socket', 'http', 'install'] as const;
type Mode = (typeof MODES)[number];

const TEXT = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'app-id': TEXT, url: TEXT, privacy: TEXT, terms: TEXT, developer: TEXT, out: TEXT },
});
const [asked, address = NOBODY.publicUrl] = positionals;
const mode = MODES.find((one) => one === asked);

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const slack = (one: Mode, publicUrl: string) => written(manifestOf({ mode: one, commands: COMMANDS, publicUrl }));

if (asked === 'icons') await (await import('./icons.ts')).drawIcons(place('teams/'));
else if (mode) say(slack(mode, withoutEnd(address)));
else if (asked !== undefined) refuse(`one of ${[...MODES, 'icons'].join(', ')}, or --app-id and --url, please`);
else if (Object.keys(values).length > 0) makePackages();
else writeAll();

function writeAll(): void {
  for (const one of MODES) writeFileSync(place(`slack-${one}.json`), slack(one, NOBODY.publicUrl));
  for (const version of VERSIONS) {
    mkdirSync(place(`teams/${version}`), { recursive: true });
    for (const [name, content] of Object.entries(textFilesOf(describing(version, NOBODY)))) writeFileSync(place(`teams/${version}/${name}`), written(content));
  }
}

function makePackages(): void {
  const { 'app-id': appId = '', url = '', privacy, terms, developer, out = place('teams/') } = values;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId)) return refuse('--app-id, please: the Application (client) ID of the bot');
  for (const [name, text] of Object.entries({ url, privacy, terms }))
    if (text !== undefined && URL.parse(text)?.protocol !== 'https:') return refuse(`--${name}, please: an address that begins with https://`);
  if (developer !== undefined && (developer.trim() === '' || developer.length > 32)) return refuse('--developer, please: a name of 32 letters at most');
  mkdirSync(out, { recursive: true });
  for (const version of VERSIONS) {
    const path = join(out, `mentor-cycle-${version}.zip`);
    writeFileSync(path, packageOf(describing(version, { appId: appId.toLowerCase(), publicUrl: withoutEnd(url), privacy, terms, developer })));
    say(`${path}\n`);
  }
}

function withoutEnd(url: string): string {
  return url.replace(/\/+$/, '');
}

function say(text: string): void {
  process.stdout.write(text);
}

function refuse(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
