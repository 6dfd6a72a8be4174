// A form that was sent. Faults stand at their fields; an answer takes the form's place; with none, the window closes.

import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { waitModal } from '../render/modal.ts';
import { withoutImages } from '../render/pictures.ts';
import { FIELD } from '../render/press.ts';
import { eventIdOf } from '../translate/event-id.ts';
import { type OpenView, submissionIn } from '../translate/payloads.ts';
import { Answering } from './ack.ts';
import type { Visit } from './desk.ts';
import { formIn, repliedInForm, typedBy } from './forms.ts';
import { pageAgain } from './home.ts';
import type { Listening } from './listening.ts';

export async function onSubmission(listening: Listening, body: unknown): Promise<void> {
  const { desk, visitOf, ack } = listening;
  const submission = submissionIn(body);
  const visit = submission && (await visitOf({ userId: submission.user.id, eventId: eventIdOf('submission', submission), payload: submission }));
  // Where it takes long, a word to wait keeps the window open for the answer.
  const wait = () => (visit ? { response_action: 'update', view: waitModal(desk.languageOf(visit)) } : undefined);
  const answering = new Answering(ack, desk.reception.log, wait);
  if (!visit) return void (await answering.give());

  const { view } = submission;
  const reply = await desk.ask(visit, async () => ({ ...formIn(desk, view), input: await typedBy(desk, visit, view) }));
  const inTime = await answering.give(await answerTo(listening, visit, view, reply));
  if (!inTime) await visit.slack.call('views.update', { view_id: view.id, view: await repliedInForm(desk, visit, view, reply) });
  await pageAgain(desk, visit, reply);
}

async function answerTo({ desk }: Listening, visit: Visit, view: OpenView, reply: Reply): Promise<object> {
  if (reply.kind === 'done' && !reply.answer) return { response_action: 'clear' };
  const errors = errorsAt(view, reply);
  if (errors) return { response_action: 'errors', errors };
  const next = { response_action: 'update', view: await repliedInForm(desk, visit, view, reply) };
  // Whether Slack could fetch a picture in it, nobody would tell us.
  return withoutImages(next) ?? next;
}

/** By block id; `null` where not each fault has its field before the person's eyes. */
function errorsAt(view: OpenView, { answer, fields }: Reply): Readonly<Record<string, string>> | null {
  if (answer || !fields || Object.keys(fields).length === 0) return null;
  const ids = view.blocks.flatMap(({ type, block_id }) => (type === 'input' && typeof block_id === 'string' ? [block_id] : []));
  const errors = Object.entries(fields).map(([name, fault]) => {
    const id = ids.find((one) => one === `${FIELD}${name}` || one.startsWith(`${FIELD}${name}.`));
    return id === undefined ? null : ([id, fault] as const);
  });
  return errors.every((one) => one !== null) ? Object.fromEntries(errors) : null;
}
