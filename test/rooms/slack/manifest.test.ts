// What Slack is told of the app: within Slack's published schema, as generated, and neither more nor less than we hear.

import { readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { missingScopes } from '../../../adapters/slack/install/scopes.ts';
import { register, type Registering } from '../../../adapters/slack/listen/register.ts';
import { manifestOf } from '../../../adapters/slack/manifest.ts';
import { EVENTS, PATHS, SCOPES, SHORTCUTS } from '../../../adapters/slack/settings.ts';
import { findCommand } from '../../../src/bot/actions/commands.ts';
import { COMMANDS } from '../../../src/mentoring/table.ts';

const MODES = ['socket', 'http', 'install'] as const;
const ADDRESS = 'https://mentor.example.org';
const made = (mode: (typeof MODES)[number]) => manifestOf({ mode, commands: COMMANDS, publicUrl: ADDRESS });

/** Slack counts UTF-16 units at worst; unknown keys are refused. */
const text = (max: number, min = 1) => z.string().min(min).max(max);
const url = z.url({ protocol: /^https$/ }).max(3000);
const names = (max: number) => list(text(50), max).refine((all) => new Set(all).size === all.length);
const list = <T extends z.ZodType>(of: T, max: number) => z.array(of).max(max);

const SCHEMA = z.strictObject({
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    // The editor of app settings refuses shorter ones.
    long_description: text(4000, 175),
    background_color: z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean(), messages_tab_read_only_enabled: z.boolean() }),
    bot_user: z.strictObject({ display_name: z.string().regex(/^[\w. -]{1,80}$/), always_online: z.boolean() }),
    shortcuts: list(z.strictObject({ name: text(24), type: z.enum(['global', 'message']), callback_id: text(255), description: text(150) }), 10),
    slash_commands: list(
      z.strictObject({
        command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
        url: url.optional(),
        description: text(2000),
        usage_hint: text(1000).optional(),
        should_escape: z.boolean(),
      }),
      50,
    ),
  }),
  oauth_config: z.strictObject({ redirect_urls: list(url, 1000).optional(), scopes: z.strictObject({ bot: names(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: url.optional(), bot_events: names(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: url.optional(), message_menu_options_url: url.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

describe.each(MODES)('the manifest for %s', (mode) => {
  const manifest = made(mode);
  const { slash_commands: commands, shortcuts } = manifest.features;

  it('lies in manifests/ as it is generated: `npm run manifests` after a change', () => {
    const file = readFileSync(new URL(`../../../manifests/slack-${mode}.json`, import.meta.url), 'utf8');
    expect(file).toBe(`${JSON.stringify(manifest, null, 2)}\n`);
  });

  it('keeps to Slack’s schema', () => {
    expect(SCHEMA.parse(manifest)).toEqual(manifest);
    for (const names of [commands.map(({ command }) => command), shortcuts.map((one) => one.callback_id)]) expect(new Set(names).size).toBe(names.length);
  });

  it('names every command of the table, and none that nobody hears', () => {
    expect(new Set(commands.map(({ command }) => command))).toEqual(new Set(COMMANDS.map(({ command }) => command)));
    expect(commands.map(({ command }) => command).sort()).toEqual(['/cohort', '/goal', '/match', '/mentor']);
    for (const { command, usage_hint: hint } of commands) {
      const words = hint.replace(/^\[|\]$/g, '').split(' | ');
      expect(words).toEqual(COMMANDS.filter((row) => row.command === command && row.word !== '').map(({ word }) => word));
      for (const word of words) expect(findCommand(COMMANDS, `${command} ${word}`).found?.word).toBe(word);
    }
  });

  it('asks for the scopes, events and shortcuts of the settings, both ways', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(SCOPES);
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(EVENTS);
    expect(shortcuts.map((one) => one.callback_id)).toEqual(SHORTCUTS.map(({ callbackId }) => callbackId));
    for (const { command } of SHORTCUTS) expect(findCommand(COMMANDS, command).found, command).not.toBeNull();
  });

  it('subscribes to what a listener hears, and to nothing else', () => {
    const heard: string[] = [];
    const hears = { event: (name: string) => void heard.push(name), command() {}, shortcut() {}, action() {}, view() {}, error() {} };
    register(hears as unknown as App, {} as Registering);
    expect(heard.sort()).toEqual([...manifest.settings.event_subscriptions.bot_events].sort());
  });

  it('asks for no history, no token of a person, and lets nobody write to the bot in vain', () => {
    const whole = JSON.stringify(manifest);
    expect(whole).not.toMatch(/history|"user":|"message\.|user_events/);
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(true);
  });
});

describe('the three manifests', () => {
  it('tell Slack where we are, unless we open a socket', () => {
    const addresses = (mode: (typeof MODES)[number]) => new Set([...JSON.stringify(made(mode)).matchAll(/https:\/\/[^"]+/g)].map(([found]) => found));
    expect(addresses('socket')).toEqual(new Set());
    expect(addresses('http')).toEqual(new Set([`${ADDRESS}${PATHS.events}`]));
    expect(addresses('install')).toEqual(new Set([`${ADDRESS}${PATHS.events}`, `${ADDRESS}${PATHS.redirect}`]));
    expect(made('http').features.slash_commands.every((command) => 'url' in command)).toBe(true);
  });

  it('let tokens expire only where they are renewed: not those that lie in the settings', () => {
    expect(MODES.map((mode) => made(mode).settings.token_rotation_enabled)).toEqual([false, false, true]);
    expect(MODES.map((mode) => made(mode).settings.org_deploy_enabled)).toEqual([false, false, true]);
    expect(MODES.map((mode) => made(mode).settings.socket_mode_enabled)).toEqual([true, false, false]);
  });

  it('are explained in docs/slack.md: each scope with the doctor’s reason, each event, each file', () => {
    const guide = readFileSync(new URL('../../../docs/slack.md', import.meta.url), 'utf8').replaceAll('`', '');
    for (const scope of missingScopes([])) expect(guide).toContain(`| ${scope.replace(' (', ' | ').replace(/\)$/, ' |')}`);
    for (const event of EVENTS) expect(guide).toMatch(new RegExp(`^\\| .*\\b${event}\\b.* \\|`, 'm'));
    for (const name of ['slack-socket.json', 'manifests -- http https://', 'manifests -- install https://', PATHS.install, PATHS.events])
      expect(guide).toContain(name);
  });

  it('would fail on what Slack refuses', () => {
    const whole = made('http');
    const bad = [
      { ...whole, extra: 1 },
      { ...whole, display_information: { ...whole.display_information, name: 'x'.repeat(36) } },
      { ...whole, features: { ...whole.features, slash_commands: [{ ...whole.features.slash_commands[0], command: 'mentor' }] } },
      { ...whole, features: { ...whole.features, shortcuts: Array.from({ length: 11 }, () => whole.features.shortcuts[0]) } },
      { ...whole, settings: { ...whole.settings, event_subscriptions: { bot_events: [], request_url: 'http://mentor.example.org' } } },
    ];
    for (const manifest of bad) expect(SCHEMA.safeParse(manifest).success).toBe(false);
  });
});
