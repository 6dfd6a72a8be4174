// The app as Slack is told of it: commands from the table of actions, scopes, events and shortcuts from the settings. Pure.

import type { Command } from '../../src/bot/actions/action.ts';
import { wordsOf } from '../../src/bot/texts/format.ts';
import { say, type Text } from '../../src/bot/views/text.ts';
import { EVENTS, PATHS, SCOPES, SHORTCUTS, type SlackSettings } from './settings.ts';

/** For one way to meet Slack; `publicUrl` is where Slack finds us, unless we open a socket. */
export interface Describing {
  readonly mode: SlackSettings['mode'];
  readonly commands: readonly Command[];
  readonly publicUrl: string;
}

export function manifestOf({ mode, commands, publicUrl }: Describing) {
  const many = mode === 'install';
  const events = mode === 'socket' ? null : `${publicUrl}${PATHS.events}`;
  const families = [...new Set(commands.map((row) => row.command))];
  return {
    display_information: {
      name: english(say('chat.name')),
      description: english(say('install.about')),
      long_description: english(say('install.aboutLong')),
      background_color: '#0b6b61',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: english(say('chat.name')), always_online: true },
      shortcuts: SHORTCUTS.map(({ name, callbackId, description }) => ({ name, type: 'global', callback_id: callbackId, description })),
      slash_commands: families.map((family) => ({
        command: family,
        ...(events ? { url: events } : {}),
        ...described(commands.filter((row) => row.command === family)),
        // People and channels arrive by id, whatever they are called.
        should_escape: true,
      })),
    },
    oauth_config: {
      ...(many ? { redirect_urls: [`${publicUrl}${PATHS.redirect}`] } : {}),
      scopes: { bot: [...SCOPES] },
    },
    settings: {
      event_subscriptions: { ...(events ? { request_url: events } : {}), bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...(events ? { request_url: events } : {}) },
      org_deploy_enabled: many,
      socket_mode_enabled: mode === 'socket',
      // A token that lies in the settings must not expire; those of installations are renewed.
      token_rotation_enabled: many,
    },
  };
}

/** What the command does alone, and the words that may follow. */
function described(rows: readonly Command[]) {
  const alone = rows.find((row) => row.word === '') ?? rows[0];
  const words = rows.map((row) => row.word).filter((word) => word !== '');
  const description = alone ? english({ say: alone.help, args: {} }) : '';
  return { description: description.charAt(0).toUpperCase() + description.slice(1), usage_hint: `[${words.join(' | ')}]` };
}

/** Slack shows one language of these to all. */
function english(text: Text): string {
  return wordsOf(text, { language: 'en', timeZone: 'UTC', terms: {}, names: new Map() });
}
