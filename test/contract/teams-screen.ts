// A person in Teams: through the local Teams, over HTTP with signed tokens, and the whole adapter.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { words } from '../../adapters/common/words.ts';
import { teamsWing } from '../../adapters/teams/app.ts';
import { writtenReference } from '../../adapters/teams/reference.ts';
import { PATHS, PLATFORM } from '../../adapters/teams/settings.ts';
import { readValue, TICKED } from '../../adapters/teams/translate/values.ts';
import { say } from '../../src/bot/views/text.ts';
import { readConfig } from '../../src/config.ts';
import { paceOf } from '../../src/runtime/pace.ts';
import { installationsOf } from '../../src/runtime/reception/installations.ts';
import { receptionOf } from '../../src/runtime/reception/reception.ts';
import { type Json, text } from '../support/slack/local/json.ts';
import { idOf } from '../support/teams/local/inputs.ts';
import type { OpenCard } from '../support/teams/local/open-card.ts';
import { LOCAL, type LocalTeams, startLocalTeams } from '../support/teams/local-teams.ts';
import type { Person } from '../support/teams/person.ts';
import type { Scene } from './scene.ts';
import { type Adapter, type Filling, PEOPLE, type SeenForm, type Visitor, type Who } from './screen.ts';

const LOCALES = { en: 'en-GB', sv: 'sv-SE', es: 'es-ES' } as const;

export const teams: Adapter = {
  platform: PLATFORM,
  async open(scene) {
    const people = Object.entries(PEOPLE).map(([name, of]) => ({ name, realName: of.name, locale: LOCALES[of.language] }));
    const local = await startLocalTeams({ people: [{ name: 'boss' }, ...people] });
    const { wing, reception, server, pace } = await adapterOf(scene, local);
    // Somebody else looks after the programme: the people of the contract are nobody in particular.
    await local.person('boss').installs({});
    const tenantId = (await reception.doors.tenantOf(PLATFORM, LOCAL.tenant)) ?? '';
    const addressOf = (to: Visitor, messageId: string) => {
      const { account, direct } = local.people.get(to.name);
      const reference = { serviceUrl: local.connector.serviceUrl, tenant: LOCAL.tenant, conversation: direct, user: account.id };
      return { tenantId, conversation: writtenReference(reference), externalId: account.aadObjectId ?? '', messageId };
    };
    const delivered = new Set<string>();
    return {
      visitor: async (who) => new TeamsVisitor(local.person(who), who, delivered),
      async posts(to, message) {
        const before = local.connector.written.length;
        const outcome = await wing.chat.post(addressOf(to, `contract-${delivered.size}`), message);
        if (outcome.outcome !== 'sent') throw new Error(`not delivered: ${outcome.fault}`);
        for (const { id } of local.connector.written.slice(before)) delivered.add(id);
        return outcome.ref;
      },
      updates: async (to, ref, message) => void (await wing.chat.update(addressOf(to, ref), ref, message)),
      refusals: () => local.refusals,
      async close() {
        await wing.end();
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await pace.close();
        await scene.close();
        await local.close();
      },
    };
  },
};

async function adapterOf(scene: Scene, local: LocalTeams) {
  const { database, secrets, clock } = scene;
  const pace = paceOf({ url: null });
  const installations = installationsOf({ database, secrets, clock });
  const house = receptionOf({ ...scene, installations, pace, committed: () => undefined, language: 'en', timeZone: 'Europe/Stockholm' });
  const reception = { ...house, commands: scene.commands };
  const { teams: settings } = readConfig({ ...local.environment, PLAYGROUND: 'off', RATE_SHARE: '1' });
  if (!settings) throw new Error('no settings for Teams');
  const wing = teamsWing(settings, reception);
  const server = createAdaptorServer({ fetch: wing.site.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  local.overHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}${PATHS.messages}`);
  return { wing, reception, server, pace };
}

class TeamsVisitor implements Visitor {
  readonly name: string;
  private readonly person: Person;
  private readonly open: string;
  /** The messages that the chat has delivered; all others are answers. */
  private readonly delivered: ReadonlySet<string>;

  constructor(person: Person, who: Who, delivered: ReadonlySet<string>) {
    this.name = who;
    this.person = person;
    this.delivered = delivered;
    this.open = words(say('teams.open'), PEOPLE[who].language);
  }

  /** Where a form is the answer, Teams needs one press more to open it. */
  async types(line: string): Promise<void> {
    this.person.closes();
    await this.person.types(line);
    if (this.person.newest.endsWith(`[${this.open}]`)) await this.person.presses(this.open);
  }

  presses = (what: string) => this.person.presses(what);
  pressesOf = async (other: Visitor, what: string) => void (await this.person.pressesOf(personOf(other), what));
  submitsOf = async (other: Visitor) => void (await this.person.submitsOf(personOf(other)));
  fills = (fields: Filling) => this.person.fills(fields);
  submits = async () => void (await this.person.submits());
  again = async () => void (await this.person.again());
  anew = async () => void (await this.person.anew());
  answer = async () => this.person.newest;

  form(): SeenForm | null {
    const { dialog, faults } = this.person;
    if (!dialog || dialog.open.inputs.length === 0) return null;
    const values = dialog.open.inputs.map((input) => [idOf(input).replace(/^f\./, ''), plainValue(dialog.open, input)]);
    return { words: dialog.title, values: Object.fromEntries(values) as Filling, faults };
  }

  messages = async () =>
    this.person
      .own()
      .filter(({ id }) => this.delivered.has(id))
      .map((posted) => this.person.wordsOf(posted));

  async home(): Promise<string> {
    await this.person.types('home');
    return this.person.newest;
  }

  static of(visitor: Visitor): Person {
    if (!(visitor instanceof TeamsVisitor)) throw new Error('somebody of another platform');
    return visitor.person;
  }
}

const personOf = (visitor: Visitor) => TeamsVisitor.of(visitor);

function plainValue(open: OpenCard, input: Json): string | readonly string[] | boolean {
  const value = open.valueOf(idOf(input));
  if (input['type'] === 'Input.Toggle') return value === TICKED;
  if (input['type'] !== 'Input.ChoiceSet') return value;
  if (input['choices.data']) return open.shown(input);
  const all = value.split(',').filter((one) => one !== '');
  return input['isMultiSelect'] === true ? all.map(readValue) : readValue(text(all[0]));
}
