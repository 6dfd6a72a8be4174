// What people write, whether in their own chat with the bot, in a channel or in a chat of several.

import { type Activity, activity, BOT, eventId, messageId, type Origin } from './who.ts';

/** Words in the chat with the bot; or anywhere, as what comes in without a mention. */
export function message(text: string, of: Partial<Origin> = {}, over: Activity = {}): Activity {
  const attachments = [{ contentType: 'text/html', content: `<p>${escaped(text)}</p>` }];
  return activity('message', of, { id: messageId(), text, textFormat: 'plain', attachments, ...over });
}

/** `@Mentor Cycle …`, as one must write in a channel. `others`: people whom the text names as well. */
export function mentioning(
  text: string,
  of: Partial<Origin> = {},
  {
    others = [],
    over = {},
  }: { readonly others?: readonly { readonly id: string; readonly name: string; readonly aadObjectId?: string }[]; readonly over?: Activity } = {},
): Activity {
  const entities = [BOT, ...others].map((mentioned) => ({ mentioned: { ...mentioned }, text: `<at>${mentioned.name}</at>`, type: 'mention' }));
  return message(`<at>${BOT.name}</at> ${text}`, of, { entities, ...over });
}

/** A command chosen from the menu behind the slash: a message that only its sender sees. */
export function slash(text: string, of: Partial<Origin> = {}, over: Activity = {}): Activity {
  return message(text, of, { recipient: { ...BOT, isTargeted: true }, ...over });
}

/** An Action.Submit that asks for no dialog: a message without words. */
export function submitted(value: unknown, of: Partial<Origin> = {}, over: Activity = {}): Activity {
  return activity('message', of, { id: messageId(), value, replyToId: messageId(), channelData: { source: { name: 'message' }, legacy: {} }, ...over });
}

export function edited(text: string, of: Partial<Origin> = {}): Activity {
  return activity('messageUpdate', of, { id: messageId(), text, textFormat: 'plain', channelData: { eventType: 'editMessage' } });
}

export function deleted(of: Partial<Origin> = {}): Activity {
  return activity('messageDelete', of, { id: messageId(), channelData: { eventType: 'softDeleteMessage' } });
}

export function undeleted(text: string, of: Partial<Origin> = {}): Activity {
  return activity('messageUpdate', of, { id: messageId(), text, channelData: { eventType: 'undeleteMessage' } });
}

/** A file, which comes as a pointer to it beside a copy of the words. */
export function withFile(of: Partial<Origin> = {}): Activity {
  const content = { downloadUrl: 'https://example.sharepoint.com/x', uniqueId: '1150d938-8870-4044-9f2c-5bbdebd70a9d', fileType: 'pdf' };
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: 'https://example.sharepoint.com/plan.pdf',
    name: 'plan.pdf',
    content,
  };
  return message('', of, { text: undefined, attachments: [file] });
}

export function reacted(what: 'reactionsAdded' | 'reactionsRemoved', of: Partial<Origin> = {}): Activity {
  return activity('messageReaction', of, { id: eventId(), replyToId: messageId(), [what]: [{ type: 'like' }] });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
