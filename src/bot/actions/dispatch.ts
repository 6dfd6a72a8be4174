// The one way in: every click, form and command of every platform passes here, in one transaction each.

import { BotError, isFault } from '../../fault.ts';
import type { Clock, Ids, Log, Secrets, Site, Think } from '../../ports.ts';
import { DAY, type Instant } from '../../time.ts';
import { spansOf, wordsOf } from '../texts/format.ts';
import { type Language, languageOf } from '../texts/language.ts';
import { addressOf } from '../views/address.ts';
import { peopleIn, present, type Presenting } from '../views/present.ts';
import type { ShownMessage, ShownView, Spans } from '../views/shown.ts';
import { say, type Text } from '../views/text.ts';
import type { Place } from '../views/view.ts';
import type { AnyAction, Someone, Template } from './action.ts';
import { fieldFaults } from './fields.ts';
import { type Outcome, refused } from './outcome.ts';
import { openToken, sealToken, type Token } from './token.ts';

/** Who is there, by the platform's verified word. */
export interface Caller {
  readonly platform: string;
  readonly externalId: string;
  /** What the platform tells of a person whom we do not know yet. */
  readonly profile?: Profile;
}

/** What a platform tells of a person. */
export interface Profile {
  readonly name: string;
  readonly email: string | null;
  /** BCP 47, such as `sv-SE`. */
  readonly locale?: string;
  /** IANA. */
  readonly timeZone?: string;
  /** In the organisation by invitation only: becomes known where a coordinator listed them, and not by coming in. */
  readonly guest?: true;
}

/** What an adapter makes of one event. Nothing in `input` can say who the person is or what a button is about. */
export interface Intent {
  readonly tenantId: string;
  readonly caller: Caller;
  /** The platform's own id of the event: the same event delivered again has the same. */
  readonly eventId: string;
  readonly action: string;
  readonly token?: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What goes back to the one who acted. */
export interface Reply {
  readonly kind: 'done' | 'refused';
  /** In which it is said, where anything is. */
  readonly language?: Language;
  /** The caller is not known here: an adapter that can find their profile may try again with it. */
  readonly stranger?: true;
  /** Something is different now: a page that shows the person's state is to be drawn anew. */
  readonly changed?: true;
  /** For everyone's screen reader and for platforms that show a line of text; refusals always have one. */
  readonly text?: Spans;
  readonly fields?: Readonly<Record<string, string>>;
  readonly answer?: ShownView;
  /** The pressed message as it stands now. */
  readonly drawn?: { readonly messageId: string; readonly message: ShownMessage };
}

export interface EventRecord {
  readonly formId: string | null;
  readonly personId: string;
  readonly action: string;
  readonly subject: string | null;
  readonly outcome: 'done' | 'refused';
  readonly reply: Reply;
  readonly at: Instant;
}

/** One transaction of one caller, as the storage opens it. */
export interface Session<Tx, Actor> {
  readonly tx: Tx;
  /** `null` for somebody we do not know. */
  readonly actor: Actor | null;
  /** What was answered when this event, or this form, came before. */
  readonly earlier: Reply | null;
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The message that was pressed, where there is one. */
  readonly pressed: { readonly template: string; readonly args: Readonly<Record<string, string | number>> } | null;
  record(event: EventRecord): void;
  /** Forgets all that was put: a refusal changes nothing. */
  discard(): void;
}

export interface Sessions<Tx, Actor> {
  /** Runs `work` and commits; `conflict` faults mean "run it again". `formId` is the second key of an event. */
  act<T>(
    on: { readonly tenantId: string; readonly caller: Caller; readonly eventId: string; readonly formId: string | null; readonly messageId: string | null },
    work: (session: Session<Tx, Actor>) => Promise<T>,
  ): Promise<T>;
}

export interface Dispatching<Tx, Actor extends Someone> {
  readonly sessions: Sessions<Tx, Actor>;
  readonly actions: ReadonlyMap<string, AnyAction<Tx, Actor>>;
  readonly templates: ReadonlyMap<string, Template<Tx, Actor>>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly log: Log;
  /** Where this deployment is reached from outside; absent: nowhere. */
  readonly site?: Site;
  /** Where long reckoning is done. */
  readonly think: Think;
  /** Makes a stranger known, where the platform told enough about them. */
  readonly introduce: (tx: Tx, tenantId: string, caller: Caller, now: Instant, ids: Ids) => Promise<Actor | null>;
  /** Called after a commit that may have left messages to send. */
  readonly committed?: (tenantId: string) => void;
}

export type Dispatch = (intent: Intent) => Promise<Reply>;

/** A form that lay open longer than this is shown anew instead of being accepted unseen. */
const FORM_LIFE = 30 * DAY;
const TRIES = 12;
/** A message in a channel is made for nobody in particular: whoever may, may press. */
const ANYBODY = '';

export function dispatcher<Tx, Actor extends Someone>(deps: Dispatching<Tx, Actor>): Dispatch {
  return async function dispatch(intent) {
    const heard: Heard = { language: 'en' };
    try {
      return await inTries(deps, intent, heard);
    } catch (error) {
      if (isFault(error, 'conflict')) {
        deps.log.warn('dispatch.conflict', { action: intent.action, tenantId: intent.tenantId });
        return plainRefusal('refused.changed', heard.language);
      }
      if (isFault(error, 'too-large')) {
        deps.log.warn('dispatch.too-large', { action: intent.action, tenantId: intent.tenantId });
        return plainRefusal('refused.tooLarge', heard.language);
      }
      deps.log.error('dispatch.fault', { action: intent.action, tenantId: intent.tenantId }, error);
      return plainRefusal('refused.fault', heard.language);
    }
  };
}

/** In which language to say it where nothing else can be said any more. */
interface Heard {
  language: Language;
}

/** Leaves the transaction, so that nobody else waits for its end. */
class StillThinking extends Error {
  readonly soon: Promise<void>;

  constructor(soon: Promise<void>) {
    super('still thinking');
    this.soon = soon;
    // Should it come to nothing before the transaction is left, somebody is listening.
    soon.catch(() => undefined);
  }
}

async function inTries<Tx, Actor extends Someone>(deps: Dispatching<Tx, Actor>, intent: Intent, heard: Heard): Promise<Reply> {
  const token = intent.token === undefined ? null : openToken(deps.secrets, intent.tenantId, intent.token);
  for (let attempt = 1; ; attempt++) {
    try {
      const { tenantId, caller, eventId } = intent;
      const on = { tenantId, caller, eventId, formId: token?.form ? token.n : null, messageId: token?.m ?? null };
      const reply = await deps.sessions.act(on, (session) => once(deps, intent, token, session, heard));
      deps.committed?.(intent.tenantId);
      return reply;
    } catch (error) {
      if ((!isFault(error, 'conflict') && !(error instanceof StillThinking)) || attempt >= TRIES) throw error;
      if (error instanceof StillThinking) await error.soon;
    }
  }
}

async function once<Tx, Actor extends Someone>(
  deps: Dispatching<Tx, Actor>,
  intent: Intent,
  token: Token | null,
  session: Session<Tx, Actor>,
  heard: Heard,
): Promise<Reply> {
  heard.language = session.actor?.language ?? heard.language;
  if (session.earlier) return session.earlier;
  const now = deps.clock.now();
  const actor = session.actor ?? (await deps.introduce(session.tx, intent.tenantId, intent.caller, now, deps.ids));
  if (!actor) return { ...stranger(intent.caller), stranger: true };

  const action = deps.actions.get(token?.action ?? intent.action);
  // A button whose action has been retired since, or whose key is gone.
  if (!action && intent.token !== undefined) return plainRefusal('refused.old', actor.language);
  if (!action) throw new BotError('unknown-action', intent.action);
  const run = () => answer(deps, intent, token, { session, actor, action, now });
  const outcome: Outcome = faultyToken(intent, token, actor, now) ?? (await run());

  if (outcome.kind === 'refused') session.discard();
  const changed = outcome.kind === 'done' && !action.look ? { changed: true as const } : {};
  const seen = await shown(deps, outcome, { session, actor, now, ...(token?.m && isFor(token, actor) ? { pressed: token.m } : {}) });
  const reply: Reply = { ...seen, ...changed };
  const formDone = token?.form && outcome.kind === 'done' ? token.n : null;
  if (!action.look) {
    const subject = token ? Object.values(token.about).join(',') : null;
    session.record({ formId: formDone, personId: actor.personId, action: action.name, subject, outcome: outcome.kind, reply, at: now });
  }
  deps.log.info('dispatch', { action: action.name, outcome: outcome.kind, tenantId: intent.tenantId, personId: actor.personId });
  return reply;
}

function faultyToken(intent: Intent, token: Token | null, actor: Someone, now: Instant): Outcome | null {
  if (intent.token === undefined) return null;
  if (!token || (token.p !== ANYBODY && !isFor(token, actor))) return refused(say('refused.tampered'));
  if (token.form && now - token.at > FORM_LIFE) return refused(say('refused.old'));
  return null;
}

function isFor(token: Token, actor: Someone): boolean {
  return token.p === actor.personId || (actor.formerly?.includes(token.p) ?? false);
}

interface Acting<Tx, Actor> {
  readonly session: Session<Tx, Actor>;
  readonly actor: Actor;
  readonly action: AnyAction<Tx, Actor>;
  readonly now: Instant;
}

async function answer<Tx, Actor extends Someone>(
  deps: Dispatching<Tx, Actor>,
  intent: Intent,
  token: Token | null,
  acting: Acting<Tx, Actor>,
): Promise<Outcome> {
  const { session, actor, action, now } = acting;
  if (token && token.v !== action.version) return refused(say('refused.old'));
  // What the button is about stands last: a form field of the same name cannot replace it.
  const parsed = action.input.safeParse({ ...intent.input, ...token?.about });
  if (!parsed.success) return refused(say('error.form'), { fields: fieldFaults(parsed.error) });
  const address = (place: Place) => addressOf(place, actor, deps);
  const think = async (task: string, about: unknown) => {
    const found = deps.think(task, about);
    if ('soon' in found) throw new StillThinking(found.soon);
    return found.answer;
  };
  const context = { tx: session.tx, actor, now, ids: deps.ids, platform: intent.caller.platform, addressOf: address, think };
  const subject = await action.subject(context, parsed.data);
  if (subject === null || !action.may(actor, subject)) return refused(say('refused.notYours'));
  return action.run(context, parsed.data, subject);
}

async function shown<Tx, Actor extends Someone>(
  deps: Dispatching<Tx, Actor>,
  outcome: Outcome,
  at: { readonly session: Session<Tx, Actor>; readonly actor: Actor; readonly now: Instant; readonly pressed?: string },
): Promise<Reply> {
  const how = presenting(deps, at.actor, at.now, (ids) => at.session.names(ids));
  const named = outcome.kind === 'refused' ? [...peopleIn([outcome.text, outcome.fields])] : [];
  const reader = { ...at.actor, names: await at.session.names(named) };
  const answer = outcome.answer ? await present(outcome.answer, how) : undefined;
  const drawn = at.pressed && !answer ? await drawAgain(deps, at.pressed, at, how) : undefined;
  const words = (text: Text) => wordsOf(text, reader);
  return {
    kind: outcome.kind,
    language: outcome.answer?.language ?? at.actor.language,
    ...(outcome.kind === 'refused' ? { text: spansOf(outcome.text, reader) } : {}),
    ...(outcome.kind === 'refused' && outcome.fields ? { fields: mapValues(outcome.fields, words) } : {}),
    ...(answer ? { answer } : {}),
    ...(drawn ? { drawn } : {}),
  };
}

async function drawAgain<Tx, Actor extends Someone>(
  deps: Dispatching<Tx, Actor>,
  messageId: string,
  at: { readonly session: Session<Tx, Actor>; readonly actor: Actor; readonly now: Instant },
  how: Presenting,
): Promise<Reply['drawn']> {
  const row = at.session.pressed;
  const template = row && deps.templates.get(row.template);
  const view = template && (await template.build({ tx: at.session.tx, reader: at.actor, now: at.now, again: true }, row.args));
  if (!view) return undefined;
  const seal = sealer(deps, at.actor, at.now, messageId);
  return { messageId, message: await present(view, { ...how, seal }) };
}

/** How a view is shown to this person; the worker that delivers messages uses it too. */
export function presenting<Tx, Actor extends Someone>(
  deps: Pick<Dispatching<Tx, Actor>, 'actions' | 'ids' | 'secrets' | 'site'>,
  reader: Someone,
  now: Instant,
  names: Presenting['names'],
  messageId?: string,
): Presenting {
  return {
    reader: { language: reader.language, timeZone: reader.timeZone, terms: reader.terms },
    names,
    seal: sealer(deps, reader, now, messageId),
    opensForm: (action) => deps.actions.get(action)?.opens === 'form',
    addressOf: (place) => addressOf(place, reader, deps),
  };
}

function sealer<Tx, Actor extends Someone>(
  deps: Pick<Dispatching<Tx, Actor>, 'actions' | 'ids' | 'secrets'>,
  reader: Someone,
  now: Instant,
  messageId?: string,
): Presenting['seal'] {
  return (name, about, form) => {
    const action = deps.actions.get(name);
    if (!action) throw new BotError('unknown-action', name);
    const token: Token = {
      n: deps.ids.next(),
      p: reader.personId,
      action: name,
      v: action.version,
      about: { ...about },
      form,
      at: now,
      ...(messageId ? { m: messageId } : {}),
    };
    return sealToken(deps.secrets, reader.tenantId, token);
  };
}

function stranger({ profile }: Caller): Reply {
  return plainRefusal(profile?.guest ? 'refused.guest' : 'refused.unknownPerson', languageOf(profile?.locale, 'en'));
}

/** For the rare moment when not even the reader is known. */
function plainRefusal(
  key: 'refused.changed' | 'refused.tooLarge' | 'refused.fault' | 'refused.unknownPerson' | 'refused.guest' | 'refused.old',
  language: Language = 'en',
): Reply {
  return { kind: 'refused', language, text: spansOf(say(key), { language, timeZone: 'UTC', terms: {}, names: new Map() }) };
}

function mapValues<A, B>(values: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
