// An exhibit as Teams gets it: a card in the chat, or one in a dialog.

import { renderMessage } from '../../../adapters/teams/render/message.ts';
import type { Card } from '../../../adapters/teams/render/card.ts';
import { renderForm } from '../../../adapters/teams/render/form.ts';
import { writtenReference } from '../../../adapters/teams/reference.ts';
import type { Typed } from '../../../adapters/teams/translate/values.ts';
import { PLATFORM } from '../../../adapters/teams/settings.ts';
import { languageOf } from '../../../src/bot/texts/language.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../../adapters/common/words.ts';
import type { Exhibit, Shown } from '../exhibit.ts';

const CHANNEL = writtenReference({ serviceUrl: 'https://smba.example/emea/', tenant: 'a0-contoso', conversation: '19:mentoring@thread.tacv2' });

/** Forms stand in dialogs, and so does what they and their buttons lead to. */
export function inDialog({ shown }: Exhibit): boolean {
  return shown?.view.type === 'form' || shown?.wanted === 'window';
}

/** `null` where only Slack has such a thing. */
export function cardOf(exhibit: Exhibit): Card | null {
  const { shown } = exhibit;
  if (!shown) return null;
  const { view, text, fields, typed } = inTeams(shown);
  if (view.type === 'form') {
    const filled = typed ? { typed: typedOf(typed) } : {};
    return renderForm(view, { place: 'dialog', here: CHANNEL, ...filled, ...(text ? { text } : {}), ...(fields ? { fields } : {}) });
  }
  return renderMessage(view, inDialog(exhibit) ? 'dialog' : shown.wanted === 'message' ? 'chat' : 'page', text);
}

/** The programme of the gallery has its channel in Slack. */
function inTeams(shown: Shown): Shown {
  const name = words(say('people.place.channel', { place: say('people.place.teams') }), languageOf(shown.view.language, 'en'));
  return JSON.parse(JSON.stringify(shown), (key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'platform' in value) return { channel: CHANNEL, platform: PLATFORM, name };
    return key === 'value' && value === 'C0MENTORING' ? CHANNEL : value;
  }) as Shown;
}

/** As a card says it: words and lists of words. */
function typedOf(typed: Readonly<Record<string, unknown>>): Typed {
  const said = (value: unknown) => (value === true ? 'on' : Array.isArray(value) ? value.map(String) : String(value));
  return Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value === false ? [] : [[name, said(value)]])));
}
