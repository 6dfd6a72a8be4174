// What the profile asks only because the programme's matching uses it (S4.80).

import { type Asked, askedIn } from '../matching/index.ts';
import type { Context } from '../store.ts';
import type { Participation } from './participation.ts';
import type { Step } from './rules.ts';

/** One query, and none on the second page, which is the same for everybody. `programmeId`: where the actor's own does not tell it yet. */
export async function askedOn(
  step: Step,
  { tx, actor }: Context,
  participation: Pick<Participation, 'id'>,
  programmeId = actor.participations.find((one) => one.id === participation.id)?.programmeId,
): Promise<readonly Asked[]> {
  return step === 2 || programmeId === undefined ? [] : askedIn(tx, programmeId);
}
