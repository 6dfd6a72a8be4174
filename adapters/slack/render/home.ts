// The bot's page in Slack: what the bare command shows, always there.

import type { HomeView } from '@slack/types';
import type { ShownHome, ShownMessage } from '../../../src/bot/views/shown.ts';
import { bodyOf } from './message.ts';
import type { Mentions } from './text.ts';

export function renderHome(view: ShownHome | ShownMessage, mentions: Mentions): HomeView {
  return { type: 'home', blocks: bodyOf(view, mentions, 'home') };
}
