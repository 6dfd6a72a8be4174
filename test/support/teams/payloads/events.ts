// What Teams tells unasked: the bot was added or removed, people came and went, something was renamed; and events that
// no bot of ours asks for.

import { type Account, type Activity, activity, BOT, inChannel, messageId, type Origin, origin, TEAM } from './who.ts';

export type Installation = 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade';

/** In a person's own chat, or in a channel: then it is the whole team's. */
export function installed(action: Installation, of: Partial<Origin> = {}): Activity {
  const { spot } = of;
  const channel = spot?.conversation['conversationType'] === 'channel' ? { settings: { selectedChannel: { id: spot.conversation['id'] } } } : {};
  const { locale } = origin(of).client ?? {};
  const told = locale ? { locale, entities: [{ locale, type: 'clientInfo' }] } : {};
  return quiet('installationUpdate', of, { action, channelData: { source: { name: 'message' }, ...channel }, ...told });
}

/** People, or the bot itself, have come into a conversation or left it. */
export function members(what: 'membersAdded' | 'membersRemoved', who: readonly Account[] = [BOT], of: Partial<Origin> = {}): Activity {
  const shared = of.spot?.conversation['isGroup'] === true;
  const eventType = what === 'membersAdded' ? 'teamMemberAdded' : 'teamMemberRemoved';
  return quiet('conversationUpdate', of, {
    [what]: who.map(({ id, aadObjectId }) => ({ id, ...(aadObjectId ? { aadObjectId } : {}) })),
    channelData: shared ? { eventType } : {},
  });
}

/** `teamRenamed`, `channelCreated`, `channelDeleted`, `teamArchived` and so on. */
export function changed(eventType: string, of: Partial<Origin> = {}, own: { readonly team?: object; readonly channel?: object } = {}): Activity {
  const { id, aadGroupId, name } = TEAM;
  return quiet('conversationUpdate', { spot: inChannel(), ...of }, { channelData: { eventType, team: { id, aadGroupId, name }, ...own } });
}

export function typing(of: Partial<Origin> = {}): Activity {
  return activity('typing', of, {});
}

/** Everything else that the service may send, retired kinds and new ones. */
export function others(of: Partial<Origin> = {}): readonly (readonly [name: string, activity: Activity])[] {
  const event = (name: string, value: unknown) => quiet('event', of, { name, value });
  return [
    ['a read receipt', event('application/vnd.microsoft.readReceipt', { lastReadMessageId: messageId() })],
    ['a meeting that begins', event('application/vnd.microsoft.meetingStart', { Title: 'Weekly', Id: 'MCM', MeetingType: 'Scheduled' })],
    ['a meeting that ends', event('application/vnd.microsoft.meetingEnd', { Title: 'Weekly', Id: 'MCM', EndTime: '2026-11-22T10:00:00Z' })],
    ['people in a meeting', event('application/vnd.microsoft.meetingParticipantJoin', { members: [] })],
    ['an event that nobody has heard of', event('moon/landed', {})],
    ['a typing person', typing(of)],
    ['the end of a conversation', quiet('endOfConversation', of, { code: 'completedSuccessfully' })],
    ['a suggestion', quiet('suggestion', of, { text: 'x' })],
    ['a trace', quiet('trace', of, { label: 'x', value: {} })],
    ['a handoff', quiet('handoff', of, { value: {} })],
    ['a command', quiet('command', of, { name: 'application/x', value: { commandId: '1' } })],
    ['the result of a command', quiet('commandResult', of, { name: 'application/x', value: { commandId: '1' } })],
    ['a contact of the retired kind', quiet('contactRelationUpdate', of, { action: 'add' })],
    ['a wish for erasure of the retired kind', quiet('deleteUserData', of, {})],
    ['a ping of the retired kind', quiet('ping', of, {})],
    ['a kind that nobody has heard of', quiet('moonLanding', of, {})],
  ];
}

/** Without what only stands where a person's app sends something: their name, their language and their time. */
function quiet(type: string, of: Partial<Origin>, own: Activity): Activity {
  const { name: _, ...by } = origin(of).by;
  const { localTimestamp: __, ...rest } = activity(type, { ...of, by, client: null }, own);
  return rest;
}
