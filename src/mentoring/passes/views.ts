// How an address is handed over, with what to do with it.

import { quote, say, type Text } from '../../bot/views/text.ts';
import { actions, type Block, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Cohort } from '../programme/index.ts';
import type { Pass } from './pass.ts';
import { qrCode } from './qr.ts';

export function mineAnswer({ code }: Pass, told?: Text): Message {
  return message([
    heading(say('passes.mine.title')),
    paragraph(told ?? say('passes.mine.text')),
    ...wayIn(say('passes.link.mine'), code),
    note(say('passes.mine.note')),
    actions({ label: say('passes.button.renew'), action: 'passes.renew', confirm: say('passes.renew.confirm') }),
  ]);
}

export function cohortAnswer({ name }: Cohort, { code }: Pass): Message {
  return message([
    heading(say('passes.cohort.title', { cohort: quote(name) })),
    paragraph(say('passes.cohort.text')),
    ...wayIn(say('passes.link.cohort'), code),
    note(say('passes.cohort.note')),
  ]);
}

/** One line for each of the three that people use. */
function wayIn(label: Text, code: string): Block[] {
  const items = [say('passes.how.google'), say('passes.how.outlook'), say('passes.how.apple')];
  return [
    { block: 'links', links: [{ label, at: { to: 'calendar', about: { code } } }] },
    { block: 'list', items },
  ];
}

/** `address`: where the code leads; whoever cannot scan it can type it. */
export function joinAnswer({ id, name, signup }: Cohort, code: string, address: string): Message {
  return message([
    heading(say('passes.join.title', { cohort: quote(name) })),
    paragraph(say('passes.join.text')),
    { block: 'picture', svg: qrCode(address), alt: say('passes.join.alt', { address: quote(address) }), at: { to: 'picture', about: { join: code } } },
    paragraph(say('passes.join.address', { address: quote(address) })),
    { block: 'links', links: [{ label: say('passes.link.join'), at: { to: 'join', about: { code } } }] },
    ...(signup === 'open'
      ? []
      : [note(say('passes.join.closed')), actions({ label: say('programme.button.open'), action: 'programme.open', about: { cohort: id } })]),
  ]);
}
