// A person in Slack: through the local Slack, over HTTP with signed requests, and the whole adapter.

import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { slackWing } from '../../adapters/slack/app.ts';
import { PATHS, PLATFORM } from '../../adapters/slack/settings.ts';
import { paceOf } from '../../src/runtime/pace.ts';
import { installationsOf } from '../../src/runtime/reception/installations.ts';
import { receptionOf } from '../../src/runtime/reception/reception.ts';
import { type Found, blockId, inputsOf, label } from '../support/slack/local/blocks.ts';
import { fieldKey } from '../support/slack/local/form.ts';
import { isRecord, list, text } from '../support/slack/local/json.ts';
import { LOCAL, type LocalSlack, startLocalSlack } from '../support/slack/local-slack.ts';
import type { Person } from '../support/slack/person.ts';
import type { Scene } from './scene.ts';
import { type Adapter, type Filling, PEOPLE, type SeenForm, type Visitor } from './screen.ts';

const LOCALES = { en: 'en-GB', sv: 'sv-SE', es: 'es-ES' } as const;

export const slack: Adapter = {
  platform: PLATFORM,
  async open(scene) {
    const local = await startLocalSlack({
      users: [{ name: 'boss', owner: true }, ...Object.entries(PEOPLE).map(([name, of]) => ({ name, realName: of.name, locale: LOCALES[of.language] }))],
    });
    const { wing, reception, server, pace } = await adapterOf(scene, local);
    // Somebody else looks after the programme: the people of the contract are nobody in particular.
    await local.person('boss').types('/mentor');
    const tenantId = (await reception.doors.tenantOf(PLATFORM, LOCAL.teamId)) ?? '';
    const addressOf = async (to: Visitor, messageId: string) => {
      const externalId = local.people.idOf(to.name);
      return { tenantId, conversation: await local.directId(externalId), externalId, messageId };
    };
    let posted = 0;
    return {
      visitor: async (who) => new SlackVisitor(local, local.person(who)),
      async posts(to, message) {
        const outcome = await wing.chat.post(await addressOf(to, `contract-${++posted}`), message);
        if (outcome.outcome !== 'sent') throw new Error(`not delivered: ${outcome.fault}`);
        return outcome.ref;
      },
      updates: async (to, ref, message) => void (await wing.chat.update(await addressOf(to, ref), ref, message)),
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

async function adapterOf(scene: Scene, local: LocalSlack) {
  const { database, secrets, clock } = scene;
  const pace = paceOf({ url: null });
  const installations = installationsOf({ database, secrets, clock });
  const house = receptionOf({ ...scene, installations, pace, committed: () => undefined, language: 'en', timeZone: 'Europe/Stockholm' });
  const reception = { ...house, commands: scene.commands };
  const settings = { mode: 'http', apiUrl: local.apiUrl, share: 1, botToken: LOCAL.botToken, signingSecrets: [LOCAL.signingSecret] } as const;
  const wing = await slackWing(settings, reception);
  await wing.begin();
  if (!wing.site) throw new Error('no way in over HTTP');
  const server = createAdaptorServer({ fetch: wing.site.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  local.overHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}${PATHS.events}`);
  return { wing, reception, server, pace };
}

class SlackVisitor implements Visitor {
  private readonly local: LocalSlack;
  private readonly person: Person;

  constructor(local: LocalSlack, person: Person) {
    this.local = local;
    this.person = person;
  }

  get name(): string {
    return this.person.name;
  }

  types = (line: string) => this.person.types(line);
  presses = (what: string) => this.person.presses(what);
  pressesOf = (other: Visitor, what: string) => this.person.pressesOf(this.local.person(other.name), what);
  submitsOf = (other: Visitor) => this.person.submitsOf(this.local.person(other.name));
  fills = (fields: Filling) => this.person.fills(fields);
  submits = async () => void (await this.person.submits());
  again = async () => void (await this.person.again());
  anew = async () => void (await this.person.anew());

  async answer(): Promise<string> {
    const { modal, ephemerals } = await this.person.sees();
    return modal !== null && !this.form() ? modal : (ephemerals.at(-1) ?? '');
  }

  form(): SeenForm | null {
    const { top } = this.person.desk;
    if (!top || !isRecord(top.view['submit'])) return null;
    const { people } = this.local;
    const values: Record<string, string | readonly string[] | boolean> = {};
    const faults: Record<string, string> = {};
    for (const found of inputsOf(top.view['blocks'])) {
      const [name = '', part] = blockId(found).replace(/^f\./, '').split('.');
      const value = plainValue(found, top.values.get(fieldKey(found)), (id) => people.called(id));
      // A long text stands in several boxes.
      values[name] = part === undefined || part === '1' ? value : `${text(values[name])}\n${text(value)}`.trimEnd();
      const fault = top.errors[blockId(found)];
      if (fault !== undefined) faults[name] = fault;
    }
    return { words: label(top.view['title']), values, faults };
  }

  messages = async () => (await this.person.sees()).messages;

  async home(): Promise<string> {
    await this.person.opensHome();
    return (await this.person.sees()).home ?? '';
  }
}

function plainValue({ element }: Found, value: unknown, called: (id: string) => string): string | readonly string[] | boolean {
  if (String(element['action_id']).startsWith('agree')) return list(value).length > 0;
  if (Array.isArray(value)) return list(value).map((option) => text(option['value']));
  if (isRecord(value)) return text(value['value']);
  return element['type'] === 'users_select' ? called(text(value)) : text(value);
}
