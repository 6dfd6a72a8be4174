// The app as Teams is told of it: its bot, the commands that people choose from menus, and their words in other languages. Pure.

import type { Command } from '../../src/bot/actions/action.ts';
import { titlesOf } from '../../src/bot/actions/commands.ts';
import { wordsOf } from '../../src/bot/texts/format.ts';
import { type Language, LANGUAGES } from '../../src/bot/texts/language.ts';
import { say, type Text } from '../../src/bot/views/text.ts';
import { extensionId } from './extension.ts';

/** Slash commands came with 1.29; a tenant that lacks them takes the version before. */
export const VERSIONS = ['1.29', '1.28'] as const;
export type ManifestVersion = (typeof VERSIONS)[number];

export interface Describing {
  readonly version: ManifestVersion;
  readonly commands: readonly Command[];
  /** The bot's application id, and the app's. */
  readonly appId: string;
  /** Where the organisation tells of the service; no slash at the end. */
  readonly publicUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Who runs it, as admins and users read it. */
  readonly developer: string;
  /** Of the package: an update needs a higher one. */
  readonly release: string;
}

/** What people need in their own chat with the bot. */
const PERSONAL = [
  ['/mentor home', '/mentor help', '/mentor join', '/mentor profile', '/mentor meetings', '/mentor busy', '/mentor contact', '/mentor language'],
  ['/mentor link', '/goal list', '/goal new', '/goal progress'],
].flat();

/** What coordinators need in a channel, where a slash makes it a matter between them and the bot. */
const TOGETHER = [
  ['/match preview', '/match publish', '/match status', '/match lock', '/match forbid', '/mentor help'],
  ['/cohort list', '/cohort show', '/cohort people', '/cohort open', '/cohort close', '/cohort channel'],
].flat();

/** What opens a dialog at once. None of it is in the other list too: a slash would show it twice. */
const DIALOGS = [
  ['/mentor home', '/mentor join', '/mentor profile', '/mentor meetings', '/mentor busy', '/mentor contact'],
  ['/goal new', '/goal progress', '/cohort create', '/cohort import'],
].flat();

const OTHER_LANGUAGES = LANGUAGES.filter((language) => language !== 'en');

/** The package's files of text, by name: the manifest, and one for each language but English. */
export function textFilesOf(describing: Describing): Readonly<Record<string, object>> {
  const languages = OTHER_LANGUAGES.map((language) => [`${language}.json`, languageFileOf(describing, language)] as const);
  return { 'manifest.json': manifestOf(describing), ...Object.fromEntries(languages) };
}

export function manifestOf(describing: Describing) {
  const { version, appId, publicUrl, privacyUrl, termsUrl, developer, release } = describing;
  const slash = version === '1.29';
  return {
    $schema: schemaOf(version, 'MicrosoftTeams.schema.json'),
    manifestVersion: version,
    version: release,
    id: appId,
    developer: { name: developer, websiteUrl: publicUrl, privacyUrl, termsOfUseUrl: termsUrl },
    name: { short: inWords('en', say('chat.name')), full: inWords('en', say('chat.name')) },
    description: { short: inWords('en', say('teams.about')), full: inWords('en', say('install.aboutLong')) },
    icons: { color: 'color.png', outline: 'outline.png', color32x32: 'color32.png' },
    accentColor: '#0b6b61',
    localizationInfo: { defaultLanguageTag: 'en', additionalLanguages: OTHER_LANGUAGES.map((tag) => ({ languageTag: tag, file: `${tag}.json` })) },
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        supportsFiles: false,
        ...(slash ? { supportsTargetedMessages: true } : {}),
        commandLists: listsOf(describing).map(({ scopes, triggers, rows }) => ({
          scopes,
          ...(slash ? { triggers } : {}),
          commands: rows.map((row) => described(row, 'en')),
        })),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: dialogsOf(describing).map((row) => ({
          id: extensionId(row),
          type: 'action',
          ...described(row, 'en'),
          context: ['compose', 'commandBox'],
          fetchTask: true,
          ...(slash ? { triggers: ['slash'] } : {}),
        })),
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    // No page of ours is ever opened inside Teams: all dialogs are cards.
    validDomains: [],
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  };
}

function languageFileOf(describing: Describing, language: Language): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {
    $schema: schemaOf(describing.version, 'MicrosoftTeams.Localization.schema.json'),
    'name.short': inWords(language, say('chat.name')),
    'name.full': inWords(language, say('chat.name')),
    'description.short': inWords(language, say('teams.about')),
    'description.full': inWords(language, say('install.aboutLong')),
  };
  const put = (path: string, row: Command) => {
    for (const [part, words] of Object.entries(described(row, language))) texts[`${path}.${part}`] = words;
  };
  for (const [list, { rows }] of listsOf(describing).entries())
    for (const [index, row] of rows.entries()) put(`bots[0].commandLists[${list}].commands[${index}]`, row);
  for (const [index, row] of dialogsOf(describing).entries()) put(`composeExtensions[0].commands[${index}]`, row);
  return texts;
}

/** A chat with the bot alone is private anyway: Teams has no slash commands there. */
function listsOf({ commands }: Describing) {
  return [
    { scopes: ['personal'], triggers: ['mention'], rows: found(commands, PERSONAL) },
    { scopes: ['team', 'groupChat'], triggers: ['mention', 'slash'], rows: found(commands, TOGETHER) },
  ];
}

function dialogsOf({ commands }: Describing): readonly Command[] {
  return found(commands, DIALOGS);
}

function found(commands: readonly Command[], lines: readonly string[]): readonly Command[] {
  return lines.map((line) => commands.find(({ command, word }) => line === `${command} ${word}`)).filter((row) => row !== undefined);
}

function described(row: Command, language: Language) {
  const help = inWords(language, { say: row.help, args: {} });
  return { title: titlesOf(row)[language], description: help.charAt(0).toUpperCase() + help.slice(1) };
}

function inWords(language: Language, text: Text): string {
  return wordsOf(text, { language, timeZone: 'UTC', terms: {}, names: new Map() });
}

function schemaOf(version: ManifestVersion, name: string): string {
  return `https://developer.microsoft.com/json-schemas/teams/v${version}/${name}`;
}
