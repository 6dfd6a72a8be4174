// Slack's API as the bot sees it: tokens, scopes, faults, checks of blocks; all else is answered by `emulate`.

import { SCOPES } from '../../../../adapters/slack/settings.ts';
import { BOT } from '../payloads.ts';
import { withIds } from './blocks.ts';
import { messageFaults } from './checks.ts';
import { BOT_TOKEN, type Emulated } from './emulated.ts';
import { type Fault, Faults } from './faults.ts';
import type { Answer, Call, Outcome } from './front.ts';
import { type Json, record, text } from './json.ts';
import type { People } from './people.ts';
import type { Views } from './views.ts';

export const APP_TOKEN = 'xapp-local-app';
const UNSIGNED = ['oauth.v2.access'];

export interface Around {
  readonly emulated: Emulated;
  readonly people: People;
  readonly views: Views;
  /** The address of a socket to open. */
  readonly socketUrl: () => string;
}

export class Api {
  readonly calls: Call[] = [];
  readonly faults = new Faults();
  /** Every valid token, with its scopes. */
  readonly tokens = new Map<string, readonly string[]>([[BOT_TOKEN, SCOPES]]);
  now: () => number = () => Date.now();
  private readonly around: Around;

  constructor(around: Around) {
    this.around = around;
  }

  async take(call: Call, authorization: string | undefined): Promise<Outcome> {
    this.calls.push(call);
    const fault = this.faults.take(call.method);
    if (fault !== null && fault !== 'lost') return this.failing(call, fault);
    call.answer = await this.answer(call, authorization);
    return fault === 'lost' ? 'break' : this.said(call, call.answer);
  }

  /** A message to a `response_url`: taken down and failed like a call of that name. */
  async responding(args: Json, use: () => Promise<Answer>): Promise<Outcome> {
    const call: Call = { method: 'response_url', args, token: '', at: this.now(), answer: null };
    this.calls.push(call);
    const fault = this.faults.take(call.method);
    if (fault !== null && fault !== 'lost') return this.failing(call, fault);
    const answer = await use();
    call.answer = { ok: answer.status === 200, ...(answer.status === 200 ? {} : { error: answer.body }) };
    return fault === 'lost' ? 'break' : answer;
  }

  private failing(call: Call, fault: Exclude<Fault, 'lost'>): Outcome {
    if (fault === 'hang') return 'hang';
    if (fault === 'reset') return 'break';
    if ('error' in fault) {
      call.answer = { ok: false, error: fault.error };
      return this.said(call, call.answer);
    }
    const wait = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
    const body = fault.status === 429 ? '{"ok":false,"error":"ratelimited"}' : 'upstream failed';
    return { status: fault.status, headers: wait, body };
  }

  private said({ token }: Call, answer: Json): Answer {
    const scopes = this.tokens.get(token);
    const headers = { 'content-type': 'application/json; charset=utf-8', ...(scopes ? { 'x-oauth-scopes': scopes.join(',') } : {}) };
    return { status: 200, headers, body: JSON.stringify(answer) };
  }

  private async answer(call: Call, authorization: string | undefined): Promise<Json> {
    const { method, token } = call;
    if (method === 'apps.connections.open') return token === APP_TOKEN ? { ok: true, url: this.around.socketUrl() } : refusal('invalid_auth');
    if (UNSIGNED.includes(method)) return this.issued(await this.around.emulated.call(method, call.args, authorization));
    if (token === '') return refusal('not_authed');
    if (!this.tokens.has(token)) return refusal('invalid_auth');
    if (method === 'auth.revoke') return { ok: true, revoked: this.tokens.delete(token) };
    if (method.startsWith('views.')) return this.viewed(call, authorization);
    const refused = await this.refused(call);
    if (refused) return refusal(refused.error, refused.messages);
    return this.passedOn(call, authorization);
  }

  private issued(answer: Json): Json {
    if (answer['ok'] === true) this.tokens.set(text(answer['access_token']), text(answer['scope']).split(','));
    return answer;
  }

  private async viewed({ method, args }: Call, authorization: string | undefined): Promise<Json> {
    if (!['views.open', 'views.push', 'views.update', 'views.publish'].includes(method)) return refusal('unknown_method');
    const passage = this.around.views.before(method, args);
    if ('refusal' in passage) return passage.refusal;
    const answer = await this.around.emulated.call(passage.method, passage.args, authorization);
    return answer['ok'] === true ? this.around.views.after(method, args, answer) : answer;
  }

  private async refused({ method, args }: Call): Promise<{ readonly error: string; readonly messages?: readonly string[] } | null> {
    if (['chat.postMessage', 'chat.postEphemeral', 'chat.update'].includes(method)) {
      const messages = messageFaults(args);
      if (messages.length > 0) return { error: 'invalid_blocks', messages };
    }
    const channel = text(args['channel']);
    if (method.startsWith('chat.post') && channel.startsWith('C') && !(await this.isMember(channel))) return { error: 'not_in_channel' };
    const [first = ''] = text(args['users']).split(',');
    if (method === 'conversations.open' && this.around.people.find(first)?.deleted === true) return { error: 'user_disabled' };
    return null;
  }

  /** `emulate` lets a bot post into every public channel; Slack does so only with a scope that we do not ask for. */
  private async isMember(channel: string): Promise<boolean> {
    const answer = await this.around.emulated.inside('conversations.members', { channel }).catch(() => null);
    const members = answer?.['members'];
    return !answer || (Array.isArray(members) && members.includes(BOT.user));
  }

  private async passedOn({ method, args }: Call, authorization: string | undefined): Promise<Json> {
    const whole = 'blocks' in args ? { ...args, blocks: withIds(args['blocks']) } : args;
    const answer = await this.around.emulated.call(method, whole, authorization);
    if (answer['ok'] !== true) return answer;
    if (method === 'chat.postEphemeral') this.shown(whole, answer);
    return method.startsWith('users.') ? this.around.people.enriched(answer, args) : answer;
  }

  private shown(args: Json, answer: Json): void {
    const desk = this.around.views.deskOf(text(args['user']));
    desk.show({ ts: text(answer['message_ts']), channel: text(args['channel']), text: text(args['text']), blocks: withIds(args['blocks']) });
  }
}

function refusal(error: string, messages?: readonly string[]): Json {
  return record({ ok: false, error, ...(messages ? { response_metadata: { messages } } : {}) });
}
