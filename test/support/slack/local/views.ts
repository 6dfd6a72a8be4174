// Views as Slack keeps them for each person: which modals lie open, what may be pushed or changed, and the Home tab.

import { randomUUID } from 'node:crypto';
import { blockId, inputsOf, withIds } from './blocks.ts';
import { viewFaults } from './checks.ts';
import { Desk, type Modal } from './desk.ts';
import { type Emulated, WORKSPACE } from './emulated.ts';
import { isRecord, type Json, list, record, text } from './json.ts';

/** Slack lays no more than three modals upon one another. */
const DEPTH = 3;

/** A refusal, or what is to be asked of `emulate`. */
export type Passage = { readonly refusal: Json } | { readonly method: string; readonly args: Json };

export class Views {
  private readonly desks = new Map<string, Desk>();
  private readonly triggers = new Map<string, string>();
  private readonly emulated: Emulated;

  constructor(emulated: Emulated) {
    this.emulated = emulated;
  }

  deskOf(user: string): Desk {
    const desk = this.desks.get(user) ?? new Desk();
    this.desks.set(user, desk);
    return desk;
  }

  /** For three seconds and one use, the right to open a modal before this person. */
  async trigger(user: string): Promise<string> {
    const id = text((await this.emulated.inside('views.generateTriggerId', { user_id: user }))['trigger_id']);
    this.triggers.set(id, user);
    return id;
  }

  /** What Slack looks at before it takes a view. */
  before(method: string, args: Json): Passage {
    const { view } = args;
    const faults = isRecord(view) ? viewFaults(view) : ['a view is missing'];
    if (faults.length > 0) return refused('invalid_arguments', faults);
    const whole = { ...args, view: { ...record(view), blocks: withIds(record(view)['blocks']) } };
    if (method === 'views.update' && !this.found(args)) return refused('not_found');
    if (method !== 'views.push') return { method, args: whole };
    const depth = this.deskOf(this.userOf(args)).modals.length;
    if (depth === 0) return refused('view_not_found');
    // `emulate` also counts modals that were closed long ago: the depth is ours, and the view a new one there.
    return depth >= DEPTH ? refused('push_limit_reached') : { method: 'views.open', args: whole };
  }

  /** Lays the view before the person; resolves to the answer as Slack gives it. */
  after(method: string, args: Json, answer: Json): Json {
    const view = { ...record(answer['view']), app_installed_team_id: WORKSPACE.id };
    if (method === 'views.publish') {
      this.deskOf(text(args['user_id'])).home = view;
      return answer;
    }
    if (method === 'views.update') return { ...answer, view: this.changed(args, view) };
    const desk = this.deskOf(this.userOf(args));
    if (method === 'views.open') {
      desk.open(view);
      return answer;
    }
    const below = desk.top?.view;
    const pushed = { ...view, root_view_id: below?.['root_view_id'], previous_view_id: below?.['id'] };
    desk.push(pushed);
    return { ...answer, view: pushed };
  }

  /** What a bot answers to a submission. Throws where Slack would tell the person that something went wrong. */
  async answered(user: string, modal: Modal, answer: Json): Promise<void> {
    const desk = this.deskOf(user);
    switch (answer['response_action']) {
      case undefined:
        return desk.close();
      case 'clear':
        return desk.clear();
      case 'errors':
        modal.errors = errorsAt(modal, answer['errors']);
        return;
      case 'update':
        return this.taken('views.update', { view_id: modal.view['id'], view: answer['view'] });
      case 'push':
        return this.taken('views.push', { trigger_id: await this.trigger(user), view: answer['view'] });
      default:
        throw new Error(`Slack knows no response_action ${String(answer['response_action'])}`);
    }
  }

  private async taken(method: string, args: Json): Promise<void> {
    const passage = this.before(method, args);
    if ('refusal' in passage) throw new Error(`Slack cannot show the view of a response_action: ${JSON.stringify(passage.refusal)}`);
    this.after(method, args, await this.emulated.inside(passage.method, passage.args));
  }

  private changed(args: Json, view: Json): Json {
    const old = this.found(args);
    if (!old) throw new Error('the view was closed while it was changed');
    const { root_view_id, previous_view_id } = ('values' in old.place ? old.place.view : old.place.home) ?? {};
    const now = { ...view, root_view_id, previous_view_id };
    if ('values' in old.place) old.desk.change(old.place, now);
    else old.place.home = now;
    return now;
  }

  /** Where a view stands; `null` where it has been closed or never was. */
  private found({ view_id, external_id }: Json): { readonly desk: Desk; readonly place: Modal | Desk } | null {
    const is = (view: Json | null) =>
      view !== null && (text(view_id) ? view['id'] === view_id : text(external_id) !== '' && view['external_id'] === external_id);
    for (const desk of this.desks.values()) {
      const modal = desk.modals.find(({ view }) => is(view));
      if (modal) return { desk, place: modal };
      if (is(desk.home)) return { desk, place: desk };
    }
    return null;
  }

  private userOf(args: Json): string {
    return this.triggers.get(text(args['trigger_id'])) ?? `nobody ${randomUUID()}`;
  }
}

function refused(error: string, messages: readonly string[] = []): { readonly refusal: Json } {
  const told = messages.length > 0 ? { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } } : {};
  return { refusal: { ok: false, error, ...told } };
}

/** Slack accepts errors at fields of the view alone. */
function errorsAt({ view }: Modal, errors: unknown): Readonly<Record<string, string>> {
  const fields = inputsOf(view['blocks']).map(blockId);
  const given = Object.entries(record(errors)).map(([at, error]) => [at, text(error)] as const);
  const lost = given.filter(([at, error]) => !fields.includes(at) || error === '');
  if (given.length === 0 || lost.length > 0)
    throw new Error(
      `Slack shows no error at ${lost.map(([at]) => at).join(', ') || 'nothing'}; blocks: ${list(view['blocks'])
        .map((block) => text(block['block_id']))
        .join(', ')}`,
    );
  return Object.fromEntries(given);
}
