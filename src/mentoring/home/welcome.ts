// The first word to somebody who has just found the bot. Platforms that tell us of it ask for it once.

import { nothing } from '../../bot/actions/fields.ts';
import { done } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { actions, heading, message, note, paragraph } from '../../bot/views/view.ts';
import { anyone } from '../people/index.ts';
import { define, type Template } from '../store.ts';

export const welcome = define({
  name: 'home.welcome',
  version: 1,
  input: nothing,
  subject: async ({ actor }) => actor,
  may: anyone,
  async run({ tx, actor, platform }) {
    // Where they have found it, also if their messages come elsewhere.
    const [account] = await tx.accounts.find({ personId: actor.personId, platform });
    const to = account ? { account: account.id } : { person: actor.personId };
    tx.post({ to, template: 'home.welcomed', args: {}, kind: 'decision', topic: `welcome:${actor.personId}` });
    return done();
  },
});

export const welcomed: Template = {
  name: 'home.welcomed',
  build: async () =>
    message([
      heading(say('home.welcome.title')),
      paragraph(say('home.welcome.what')),
      paragraph(say('home.welcome.when')),
      actions({ label: say('home.welcome.page'), action: 'home.show', style: 'main' }, { label: say('home.help'), action: 'help.show' }),
      note(say('home.welcome.private')),
    ]),
};
