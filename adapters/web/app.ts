// The playground's one page and everything that is done on it.

import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { completions } from '../../src/bot/actions/commands.ts';
import type { Reply } from '../../src/bot/actions/dispatch.ts';
import { isLanguage } from '../../src/bot/texts/language.ts';
import { say } from '../../src/bot/views/text.ts';
import type { ShownForm } from '../../src/bot/views/shown.ts';
import { DAY, HOUR } from '../../src/time.ts';
import { assets } from './assets.ts';
import { type Opened, refusalNote, renderForm } from './form.ts';
import { guard } from './guard.ts';
import { type Body, homeIntent, intentOf, typedIn, word } from './intents.ts';
import { Live } from './live.ts';
import { type Markup, markup, nothing } from './markup.ts';
import { suggestions } from './composer.ts';
import { conversation, replyCard, replyPlace, shown } from './conversation.ts';
import { clock, page } from './page.ts';
import { type PaneScene, swapped } from './scene.ts';
import { news, tabs } from './tabs.ts';
import { liveSpot, pane, sheet } from './pane.ts';
import type { Playground, PlaygroundPerson } from '../../src/playground.ts';
import { pressed, renderView } from './render.ts';
import { addressOf, conversationOf, isSide, type PageState, type Side, SIDES, stateOf, withPane } from './state.ts';
import { wallOf, wordsIn } from './words.ts';

/** What one request works with. */
interface Visit {
  readonly c: Context;
  readonly state: PageState;
  readonly people: readonly PlaygroundPerson[];
}

/** What an act adds to the pane it was done in. */
interface Extras {
  readonly reply?: Markup;
  readonly sheet?: Markup;
  readonly home?: Reply;
}

/** Forms are kept while they may come back with something to mend. */
const OPEN_FORMS = 300;

export function webApp(playground: Playground): Hono {
  const app = new Hono();
  const pages = new Pages(playground);
  guard(app);
  assets(app);
  app.get('/events', (c) => pages.live.stream(c));
  app.get('/', (c) => pages.look(c));
  app.post('/', (c) => pages.act(c));
  return app;
}

class Pages {
  readonly live: Live;
  private readonly playground: Playground;
  private readonly forms = new Map<string, ShownForm>();

  constructor(playground: Playground) {
    this.playground = playground;
    this.live = new Live(playground);
  }

  /** Shows the page, or the part of it that a script asks for. */
  async look(c: Context): Promise<Response> {
    const visit = await this.visit(c);
    if (!visit) return c.html(empty());
    const query = new URL(c.req.url).searchParams;
    const [part, asked] = [query.get('part'), query.get('side')];
    const side: Side = isSide(asked) ? asked : 'left';
    switch (part) {
      case 'pane':
        return this.answer(visit, swapped(pane(await this.scene(visit, side)), 'true'), true);
      case 'view':
        return this.answer(visit, viewParts(await this.scene(visit, side)), true);
      case 'live':
        return this.answer(visit, liveParts(await this.scene(visit, side)));
      case 'news': {
        const scenes = SIDES.map((one) => this.bare(visit, one));
        return this.answer(visit, markup`${scenes.map((scene) => [swapped(news(scene)), swapped(tabs(scene))])}`);
      }
      case 'clock':
        return this.answer(visit, swapped(clock(visit.state, this.playground.clock.now())));
      case 'options': {
        const line = query.get('line') ?? '';
        const found = line.trim() === '' ? [] : completions(this.playground.commands, line.startsWith('/') ? line : `/${line}`);
        return this.answer(visit, swapped(suggestions(side, visit.state[side].person.language, found)));
      }
      default:
        return this.whole(visit);
    }
  }

  /** Does what a form of the page asks for. */
  async act(c: Context): Promise<Response> {
    const visit = await this.visit(c);
    if (!visit) return c.html(empty());
    const body: Body = await c.req.parseBody({ all: true });
    if (word(body, 'do') === 'language') {
      const language = word(body, 'lang');
      return c.redirect(addressOf(isLanguage(language) ? { ...visit.state, language } : visit.state), 303);
    }
    if (word(body, 'do') === 'move') return this.move(visit, word(body, 'move'));
    return this.dispatch(visit, body);
  }

  private async dispatch(before: Visit, body: Body): Promise<Response> {
    const side = word(body, 'side');
    const person = before.people.find((one) => one.externalId === word(body, 'who'));
    const intent = person && intentOf(this.playground, person, body);
    if (!isSide(side) || !person || !intent) return before.c.text('Bad request', 400);
    const visit = { ...before, state: withPane(before.state, side, { person }) };

    const reply = await this.playground.dispatch(intent);
    await this.redraw(reply);
    const command = word(body, 'do') === 'command' ? word(body, 'line') : undefined;
    visit.c.header('X-Outcome', reply.kind);

    const dialog = this.dialog(visit, side, reply, body);
    if (dialog === 'kept') return this.answer(visit, swapped(refusalNote(side, reply, Object.values(reply.fields ?? {}))));
    if (dialog) return this.show(visit, side, { sheet: dialog });
    if (reply.answer?.type === 'home')
      return this.show({ ...visit, state: withPane(visit.state, side, { view: 'home' }) }, side, { home: reply, reply: nothing, sheet: nothing });
    return this.show(visit, side, { reply: replyCard(reply, visit.state, side, command), sheet: nothing });
  }

  /** The form to show now: the next one, or the sent one with what is to be mended. */
  private dialog(visit: Visit, side: Side, reply: Reply, body: Body): Markup | 'kept' | null {
    const mending = word(body, 'do') === 'submit' && reply.kind === 'refused';
    const opened: Opened = {
      side,
      who: visit.state[side].person.externalId,
      event: this.playground.newEventId(),
      people: visit.people,
      back: addressOf(visit.state),
      ...(reply.kind === 'refused' ? { reply } : {}),
    };
    if (reply.answer?.type === 'form') {
      this.keep(reply.answer);
      return renderForm(reply.answer, opened);
    }
    if (!mending) return null;
    const sent = this.forms.get(pressed(word(body, 'press'))?.token ?? '');
    // After a restart the form is known to the browser alone: it stays there as it is, with the words of refusal.
    return sent ? renderForm(sent, { ...opened, typed: typedIn(body) }) : 'kept';
  }

  private keep(form: ShownForm): void {
    this.forms.set(form.token, form);
    const [oldest] = this.forms.keys();
    if (this.forms.size > OPEN_FORMS && oldest !== undefined) this.forms.delete(oldest);
  }

  /** A pressed message shows its new state to every open page. */
  private async redraw(reply: Reply): Promise<void> {
    if (!reply.drawn) return;
    const { posts } = this.playground;
    const post = await posts.find(reply.drawn.messageId);
    if (!post) return;
    await posts.replace(post.id, renderView(reply.drawn.message).toString(), this.playground.clock.now());
    this.live.redrawn(post.conversation);
  }

  private async move(visit: Visit, move: string): Promise<Response> {
    const { clock: time } = this.playground;
    const words = wordsIn(visit.state.language);
    let said = say('playground.clock.moved');
    if (move === 'next') {
      if ((await time.toNext()) === null) said = say('playground.clock.nothing');
    } else if (move === 'hour') await time.move(HOUR);
    else if (move === 'day') await time.move(DAY);
    else if (move === 'week') await time.move(7 * DAY);
    else return visit.c.text('Bad request', 400);
    this.live.tell('clock');
    const wall = wallOf(time.now(), visit.state.language, visit.state.left.person.timeZone ?? 'UTC');
    const told = `${words(said)} ${wall.day}, ${wall.hour}.`;
    if (!byScript(visit.c)) return this.whole(visit, {}, told);
    return this.answer(visit, swapped(clock(visit.state, time.now(), told)));
  }

  /** Answers an act: the changed parts to a script, the whole page otherwise. */
  private async show(visit: Visit, side: Side, extras: Extras): Promise<Response> {
    if (!byScript(visit.c)) return this.whole(visit, { [side]: extras });
    const scene = await this.scene(visit, side, extras);
    const dialog = extras.sheet === undefined ? nothing : swapped(sheet(side, extras.sheet));
    if (extras.home) return this.answer(visit, markup`${viewParts(scene)}${dialog}`, true);
    const reply = extras.reply === undefined ? nothing : swapped(replyPlace(side, extras.reply));
    return this.answer(visit, markup`${liveParts(scene)}${reply}${dialog}`);
  }

  private async whole(visit: Visit, extras: Partial<Record<Side, Extras>> = {}, said = ''): Promise<Response> {
    const [left, right] = await Promise.all(SIDES.map(async (side) => pane(await this.drawn(visit, side, extras[side]))));
    const { state, people, c } = visit;
    const stepsFolded = getCookie(c, 'steps') === 'folded';
    return c.html(page({ state, people, now: this.playground.clock.now(), stepsFolded, said, left: left ?? nothing, right: right ?? nothing }));
  }

  private answer(visit: Visit, parts: Markup, newAddress = false): Response | Promise<Response> {
    if (newAddress) visit.c.header('HX-Push-Url', addressOf(visit.state));
    visit.c.header('Cache-Control', 'no-store');
    return visit.c.html(parts);
  }

  private async visit(c: Context): Promise<Visit | null> {
    const people = await this.playground.people();
    const state = stateOf(new URL(c.req.url).searchParams, people, c.req.header('accept-language'));
    return state && { c, state, people };
  }

  /** A pane that somebody looks at: what it shows is no longer news. */
  private async scene(visit: Visit, side: Side, extras?: Extras): Promise<PaneScene> {
    const scene = await this.drawn(visit, side, extras);
    if (visit.state[side].view !== 'home') this.live.seen(conversationOf(visit.state[side]));
    return scene;
  }

  /** A pane of the whole page, which a narrow screen may hide: those in sight ask for themselves at once. */
  private async drawn(visit: Visit, side: Side, extras: Extras = {}): Promise<PaneScene> {
    const now = visit.state[side];
    const scene = { ...this.bare(visit, side), ...extras };
    if (now.view === 'home') return { ...scene, home: extras.home ?? (await this.playground.dispatch(homeIntent(this.playground, now.person))) };
    return { ...scene, posts: await this.playground.posts.list(conversationOf(now), now.many + 1) };
  }

  /** A pane's scene without its conversation. */
  private bare({ state, people }: Visit, side: Side): PaneScene {
    return { side, state, people, posts: [], home: null, news: this.live.news, event: this.playground.newEventId() };
  }
}

function viewParts(scene: PaneScene): Markup {
  return markup`${swapped(tabs(scene))}${swapped(news(scene))}${swapped(liveSpot(scene), 'true')}${swapped(conversation(scene))}`;
}

function liveParts(scene: PaneScene): Markup {
  return markup`${swapped(tabs(scene))}${swapped(news(scene))}${swapped(shown(scene))}`;
}

function byScript(c: Context): boolean {
  return c.req.header('hx-request') === 'true';
}

function empty(): Markup {
  return markup`<!doctype html><html lang="en"><head><title>Mentor Cycle</title></head><body><p>${wordsIn('en')(say('playground.nobody'))}</p></body></html>`;
}
