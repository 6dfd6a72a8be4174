// Forms on their way back: what was typed, whom it names, and what stands in the window afterwards.

import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { commandIntent } from '../../../src/bot/actions/commands.ts';
import type { Intent, Reply } from '../../../src/bot/actions/dispatch.ts';
import { say } from '../../../src/bot/views/text.ts';
import type { Reception } from '../../../src/reception.ts';
import { again } from '../render/again.ts';
import { noteModal } from '../render/modal.ts';
import { words } from '../../common/words.ts';
import { typedIn } from '../translate/values.ts';
import type { OpenView } from '../translate/payloads.ts';
import type { Desk, Visit } from './desk.ts';
import { drawingOf } from './drawing.ts';

const metadata = z.object({ action: z.string(), token: z.string() });

/** The action and the sealed subject of an open form; where nobody can tell, the house says so and what was typed stays. */
export function formIn({ reception }: Desk, { private_metadata }: OpenView): Pick<Intent, 'action'> & { readonly token: string } {
  try {
    return metadata.parse(JSON.parse(private_metadata));
  } catch {
    return unreadable(reception);
  }
}

/** What is asked by a button or a form that cannot be read: no token is none of ours, and that is answered in the person's language. */
export function unreadable({ commands }: Pick<Reception, 'commands'>): Pick<Intent, 'action'> & { readonly token: string } {
  return { action: commandIntent(commands, '/mentor').action, token: '' };
}

/** What stands for somebody who was chosen and does not belong here: a person, so that nobody is told to choose, and none of ours. */
const NOBODY = 'nobody';

/** What stands in the fields. Whoever was chosen from Slack's list of people becomes one of ours. */
export async function typedBy(desk: Desk, visit: Visit, view: OpenView): Promise<Readonly<Record<string, unknown>>> {
  const { typed, people } = typedIn(view.state?.values);
  const chosen = people.map(async (field) => [field, (await desk.personOf(visit, String(typed[field])))?.id ?? NOBODY] as const);
  return { ...typed, ...Object.fromEntries(await Promise.all(chosen)) };
}

/** What stands in the window after an answer: a new view, the form as it was with what is wrong in it, or a last word. */
export async function repliedInForm(desk: Desk, visit: Visit, view: OpenView, reply: Reply): Promise<ModalView> {
  if (reply.kind === 'refused' && !reply.answer) return again(view, reply);
  const drawing = await drawingOf(desk, visit, reply);
  return drawing?.modal ?? doneModal(reply);
}

/** For a window that cannot close by itself, where there is nothing more to say. */
export function doneModal({ language = 'en' }: Pick<Reply, 'language'>): ModalView {
  return noteModal([{ text: words(say('chat.done'), language), from: 'us' }], language);
}
