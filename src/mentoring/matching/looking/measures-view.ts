// How good a plan is, in plain words: the measures, what fairness costs, and the proof. Pure.

import { quote, say, type Text } from '../../../bot/views/text.ts';
import { actions, type Block, facts, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Cohort } from '../../programme/index.ts';
import type { Plan } from '../solving.ts';

const points = (n: number) => say('why.points', { n });
const share = (n: number, of: number) => say('why.share', { n, of });

/** One line: enough to decide by. */
export function goodText({ measures }: Plan): Text {
  const { mean, worst, first, matched } = measures;
  return say('why.preview.good', { mean, worst, first, matched });
}

export function proofText({ proof, looked }: Plan): Text {
  return proof === 'proved' ? say('why.proof.proved', { looked }) : say(`why.proof.${proof}`);
}

/** In the mean, beside what it would be if only the total counted. */
export function priceText({ measures, price }: Plan): Text {
  const cost = Math.max(0, price.mean - measures.mean);
  const gain = measures.worst - price.worst;
  if (gain > 0) return say('why.price.gain', { cost, mean: price.mean, gain });
  return cost === 0 ? say('why.price.none') : say('why.price.some', { cost, mean: price.mean });
}

/** Each thing that decided, before all that come after it. The count is of everybody, with those whom a coordinator put together before. */
function orderOf({ stages, measures }: Plan): readonly Block[] {
  const items = stages.map(({ name, value }) => {
    if (name === 'count') return say('why.order.count', { n: measures.matched });
    return name === 'floor' ? say('why.order.floor', { n: value }) : say(`why.order.${name}`);
  });
  return items.length === 0 ? [] : [heading(say('why.order.title')), { block: 'list', items, ordered: true }];
}

export interface MeasuresLook {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  readonly plan: Plan;
  /** The number of the settings' version; 0: those that come with the product. */
  readonly weighing: number;
}

export function measuresPage({ cohort, plan, weighing }: MeasuresLook): Message {
  const { measures, idle } = plan;
  const title = heading(say('why.measures.title', { cohort: quote(cohort.name) }));
  const back = actions({ label: say('matching.button.back'), action: 'matching.preview', about: { cohort: cohort.id } });
  if (plan.pairs.length === 0) return message([title, paragraph(say('why.measures.none')), back]);
  return message([
    title,
    paragraph(proofText(plan)),
    facts(
      { label: say('why.measure.matched'), value: share(measures.matched, measures.possible) },
      { label: say('why.measure.mean'), value: points(measures.mean) },
      { label: say('why.measure.worst'), value: points(measures.worst) },
      { label: say('why.measure.best'), value: points(measures.best) },
      { label: say('why.measure.first'), value: share(measures.first, measures.matched) },
      { label: say('why.measure.topThree'), value: share(measures.topThree, measures.matched) },
      { label: say('why.measure.uneven'), value: points(measures.gini) },
      { label: say('why.measure.idle'), value: say('matching.number', { n: idle.length }) },
      { label: say('why.measure.blocking'), value: say('matching.number', { n: measures.blocking }) },
    ),
    ...(measures.blocking > 0 ? [note(say('why.measure.blocking.note'))] : []),
    paragraph(priceText(plan)),
    ...orderOf(plan),
    ...(weighing > 0 ? [note(say('why.preview.made', { n: weighing }))] : []),
    back,
  ]);
}
