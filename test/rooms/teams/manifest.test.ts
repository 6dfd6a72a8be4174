// What Teams is told of the app: within Microsoft's published schemas, as generated, and every title is a line that we understand.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commandOfExtension, extensionId } from '../../../adapters/teams/extension.ts';
import { type ManifestVersion, manifestOf, textFilesOf, VERSIONS } from '../../../adapters/teams/manifest.ts';
import { PATHS } from '../../../adapters/teams/settings.ts';
import { describing, NOBODY, packageOf, written } from '../../../manifests/packages.ts';
import { findCommand } from '../../../src/bot/actions/commands.ts';
import { COMMANDS } from '../../../src/mentoring/table.ts';
import { pixelsOf } from '../../support/teams/png.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SCHEMAS = new URL('build/json-schemas/teams/', import.meta.resolve('@microsoft/app-manifest/package.json'));
const APP = { appId: 'aaaaaaaa-0000-4000-8000-000000000001', publicUrl: 'https://mentor.example.edu', developer: 'Guild of Mentors' };
const OTHERS = ['sv', 'es'] as const;

type Texts = Readonly<Record<string, string>>;

const made = (version: ManifestVersion) => manifestOf(describing(version, NOBODY));
const textsOf = (version: ManifestVersion, language: (typeof OTHERS)[number]) => textFilesOf(describing(version, NOBODY))[`${language}.json`] as Texts;

type Check = (value: unknown) => readonly string[];
const checks = new Map<string, Check>();

/** What Microsoft's own schema says against it. */
function against(version: ManifestVersion, name: 'schema' | 'Localization.schema', value: unknown): readonly string[] {
  const path = `v${version}/MicrosoftTeams.${name}.json`;
  const check = checks.get(path) ?? compiled(path);
  checks.set(path, check);
  return check(value);
}

function compiled(path: string): Check {
  // Its patterns are written for expressions of the older kind.
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(new URL(path, SCHEMAS), 'utf8').replace(/^\uFEFF/, '')) as object);
  return (value) => (check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
}

/** What a path of a language file points to, such as `bots[0].commandLists[1].commands[2].title`. */
function at(manifest: unknown, path: string): unknown {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce((value: unknown, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], manifest);
}

const lists = (version: ManifestVersion) => made(version).bots[0]?.commandLists ?? [];
const dialogs = (version: ManifestVersion) => made(version).composeExtensions[0]?.commands ?? [];

describe.each(VERSIONS)('the package for manifest %s', (version) => {
  const manifest = made(version);

  it('lies in manifests/teams/ as it is generated: `npm run manifests` after a change', () => {
    const files = textFilesOf(describing(version, NOBODY));
    const folder = join(ROOT, 'manifests/teams', version);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
    for (const [name, content] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8')).toBe(written(content));
  });

  it('keeps to Microsoft’s schemas, in every language', () => {
    expect(against(version, 'schema', manifest)).toEqual([]);
    expect(against(version, 'schema', manifestOf(describing(version, APP)))).toEqual([]);
    for (const language of OTHERS) expect(against(version, 'Localization.schema', textsOf(version, language))).toEqual([]);
  });

  it('would fail on what Teams refuses', () => {
    const [bot, extension] = [manifest.bots[0], manifest.composeExtensions[0]];
    const [list] = bot?.commandLists ?? [];
    const bad: readonly object[] = [
      { ...manifest, id: 'mentor-cycle' },
      { ...manifest, extra: 1 },
      { ...manifest, name: { short: 'x'.repeat(31) } },
      { ...manifest, description: { ...manifest.description, short: 'x'.repeat(81) } },
      { ...manifest, bots: [{ ...bot, scopes: ['everywhere'] }] },
      { ...manifest, bots: [{ ...bot, commandLists: Array.from({ length: 4 }, () => list) }] },
      { ...manifest, bots: [{ ...bot, commandLists: [{ ...list, commands: Array.from({ length: 13 }, () => list?.commands[0]) }] }] },
      { ...manifest, composeExtensions: [{ ...extension, commands: [{ ...extension?.commands[0], title: 'x'.repeat(33) }] }] },
    ];
    for (const one of bad) expect(against(version, 'schema', one)).not.toEqual([]);
    expect(against('1.28', 'schema', { ...made('1.29'), manifestVersion: '1.28' }).join()).toContain('additional properties');
    const texts = textsOf(version, 'sv');
    for (const one of [
      { ...texts, 'bots[0].commandLists[0].commands[12].title': 'x' },
      { ...texts, 'description.short': 'x'.repeat(81) },
    ])
      expect(against(version, 'Localization.schema', one)).not.toEqual([]);
  });

  it('says in each language all that it says in English, and nothing else', () => {
    const paths = [
      ...['name.short', 'name.full', 'description.short', 'description.full'],
      ...lists(version).flatMap(({ commands }, list) => commands.flatMap((_, index) => both(`bots[0].commandLists[${list}].commands[${index}]`))),
      ...dialogs(version).flatMap((_, index) => both(`composeExtensions[0].commands[${index}]`)),
    ];
    for (const path of paths) expect(at(manifest, path), path).toEqual(expect.any(String));
    for (const language of OTHERS) expect(Object.keys(textsOf(version, language)).sort()).toEqual(['$schema', ...paths].sort());
    const tags = manifest.localizationInfo.additionalLanguages.map(({ languageTag, file }) => [languageTag, file]);
    expect(tags).toEqual(OTHERS.map((language) => [language, `${language}.json`]));
  });

  it('names lines that we understand, and the same ones in every language', () => {
    const titles = Object.keys(textsOf(version, 'sv')).filter((path) => path.endsWith('.title'));
    expect(titles.length).toBeGreaterThan(30);
    for (const path of titles) {
      const row = findCommand(COMMANDS, String(at(manifest, path))).found;
      expect(row, path).not.toBeNull();
      for (const language of OTHERS) expect(findCommand(COMMANDS, textsOf(version, language)[path] ?? '').found, path).toBe(row);
    }
  });

  it('opens dialogs for commands of ours, by an id that leads back to each', () => {
    for (const { id, title, type, fetchTask, context } of dialogs(version)) {
      expect({ type, fetchTask, context }).toEqual({ type: 'action', fetchTask: true, context: ['compose', 'commandBox'] });
      expect(id).toMatch(/^[a-z]+(-[a-z]+)?$/);
      expect(findCommand(COMMANDS, commandOfExtension(id, COMMANDS) ?? '').found).toBe(findCommand(COMMANDS, title).found);
    }
    expect(dialogs(version)).toHaveLength(10);
  });

  it('offers nothing twice in one place', () => {
    const inTeams = lists(version).filter(({ scopes }) => scopes.includes('team'));
    const menus = [...lists(version).map(({ commands }) => commands), [...inTeams.flatMap(({ commands }) => commands), ...dialogs(version)]];
    for (const menu of menus) expect(new Set(menu.map(({ title }) => title)).size).toBe(menu.length);
    expect(lists(version).map(({ scopes }) => scopes)).toEqual([['personal'], ['team', 'groupChat']]);
    for (const { commands } of lists(version)) expect(commands).toHaveLength(12);
  });
});

describe('both packages', () => {
  it('lead to every family, and to all that people without a mentor need first', () => {
    const titles = [...lists('1.29').flatMap(({ commands }) => commands), ...dialogs('1.29')].map(({ title }) => title);
    expect(new Set(titles.map((title) => `/${title.split(' ')[0]}`))).toEqual(new Set(COMMANDS.map(({ command }) => command)));
    for (const title of ['mentor help', 'mentor join', 'cohort create', 'match preview']) expect(titles).toContain(title);
  });

  it('have slash commands from 1.29 on, where several people are', () => {
    expect(made('1.29').bots[0]).toMatchObject({ supportsTargetedMessages: true });
    expect(lists('1.29').map((list) => list.triggers)).toEqual([['mention'], ['mention', 'slash']]);
    expect(dialogs('1.29').map((command) => command.triggers)).toEqual(dialogs('1.29').map(() => ['slash']));
    expect(JSON.stringify(made('1.28'))).not.toMatch(/slash|triggers|supportsTargeted/);
  });

  it('ask for two permissions, no page of the web, and no messages but those to the bot', () => {
    for (const version of VERSIONS) {
      const manifest = made(version);
      expect(manifest).toMatchObject({ permissions: ['identity', 'messageTeamMembers'], validDomains: [], defaultInstallScope: 'team' });
      expect(JSON.stringify(manifest)).not.toMatch(/authorization|webApplicationInfo|resourceSpecific|staticTabs|supportsCalling/);
    }
  });

  it('name a bot and addresses that are plainly nobody’s', () => {
    const whole = readFileSync(join(ROOT, 'manifests/teams/1.29/manifest.json'), 'utf8');
    expect(new Set(whole.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))).toEqual(new Set(['00000000-0000-0000-0000-000000000000']));
    expect(new Set(whole.match(/https:\/\/[^/"]+/g))).toEqual(new Set(['https://developer.microsoft.com', 'https://mentor.example.org']));
  });

  it('know every command by an id, and no other', () => {
    for (const row of COMMANDS) expect(commandOfExtension(extensionId(row), COMMANDS)).toBe(`${row.command} ${row.word}`.trim());
    expect(new Set(COMMANDS.map(extensionId)).size).toBe(COMMANDS.length);
    for (const id of ['', '-', 'goal-', 'goal-nytt', '/goal new', 'toString', '__proto__']) expect(commandOfExtension(id, COMMANDS)).toBeNull();
  });
});

describe('the packages to upload', () => {
  const zipOf = (version: ManifestVersion) => packageOf(describing(version, APP));

  it('hold the manifest, the languages and the icons at the root, and the same bytes each time', () => {
    for (const version of VERSIONS) {
      const files = unzipSync(zipOf(version));
      expect(Object.keys(files).sort()).toEqual(['color.png', 'color32.png', 'es.json', 'manifest.json', 'outline.png', 'sv.json']);
      const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as ReturnType<typeof manifestOf>;
      expect(manifest).toEqual(manifestOf(describing(version, APP)));
      expect([manifest.id, manifest.bots[0]?.botId, manifest.composeExtensions[0]?.botId]).toEqual([APP.appId, APP.appId, APP.appId]);
      for (const name of [...Object.values(manifest.icons), ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file)])
        expect(Object.keys(files)).toContain(name);
      expect(Buffer.from(zipOf(version)).equals(zipOf(version))).toBe(true);
    }
  });

  it('have icons of the sizes and colours that Teams asks for', () => {
    const icon = (name: string) => pixelsOf(readFileSync(join(ROOT, 'manifests/teams', name)));
    const [color, small, outline] = [icon('color.png'), icon('color32.png'), icon('outline.png')];
    expect([color, small, outline].map(({ width, height }) => [width, height])).toEqual([
      [192, 192],
      [32, 32],
      [32, 32],
    ]);
    expect(color.pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(color.pixels[0]).toEqual([0x0b, 0x6b, 0x61, 255]);
    for (const { pixels } of [small, outline]) {
      expect(pixels[0]?.[3]).toBe(0);
      expect(pixels.filter(([, , , alpha]) => alpha > 200).length).toBeGreaterThan(100);
    }
    for (const [red, green, blue, alpha] of outline.pixels) if (alpha > 0) expect([red, green, blue]).toEqual([255, 255, 255]);
  });

  it('are made by one command, which says what it lacks', { timeout: 60_000 }, () => {
    const out = mkdtempSync(join(tmpdir(), 'mentor-cycle-packages-'));
    const run = (...args: string[]) => spawnSync(process.execPath, [join(ROOT, 'manifests/write.ts'), ...args, '--out', out], { encoding: 'utf8' });
    const done = run('--app-id', APP.appId.toUpperCase(), '--url', `${APP.publicUrl}/`, '--developer', APP.developer, '--terms', 'https://example.edu/terms');
    expect(done).toMatchObject({ status: 0, stdout: VERSIONS.map((version) => `${join(out, `mentor-cycle-${version}.zip`)}\n`).join('') });
    const files = unzipSync(new Uint8Array(readFileSync(join(out, 'mentor-cycle-1.29.zip'))));
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({
      id: APP.appId,
      developer: { name: APP.developer, privacyUrl: `${APP.publicUrl}/privacy`, termsOfUseUrl: 'https://example.edu/terms' },
    });
    expect(run('--app-id', APP.appId, '--url', 'http://x.org')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^--url, please/) });
  });
});

describe('docs/teams.md', () => {
  const guide = readFileSync(join(ROOT, 'docs/teams.md'), 'utf8');

  it('gives a reason for each permission and scope, and the address and the commands as they are', () => {
    const { permissions, bots } = made('1.29');
    for (const name of [...permissions, ...(bots[0]?.scopes ?? [])]) expect(guide).toMatch(new RegExp(`^\\| \`${name}\` \\| .{20,}\\|$`, 'm'));
    for (const text of [
      PATHS.messages,
      'npm run -s manifests -- --app-id',
      'TEAMS_APP_ID=',
      'TEAMS_TENANT_ID=',
      'TEAMS_APP_PASSWORD=',
      'TEAMS_MANAGED_IDENTITY=on',
    ])
      expect(guide).toContain(text);
    for (const version of VERSIONS) expect(guide).toContain(`mentor-cycle-${version}.zip`);
  });
});

function both(path: string): readonly string[] {
  return [`${path}.title`, `${path}.description`];
}
