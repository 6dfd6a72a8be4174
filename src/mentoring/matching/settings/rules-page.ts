// `/match rules`: what no score can outweigh, and how many pairs each rule keeps apart.

import { z } from 'zod';
import { done, refused } from '../../../bot/actions/outcome.ts';
import { say } from '../../../bot/views/text.ts';
import { type AnyAction, define } from '../../store.ts';
import { snapshotOf } from '../asking.ts';
import { lookAtCohort } from '../cohorts.ts';
import { poolOf } from '../pool.ts';
import { heldApart } from './rules-count.ts';
import { rulesForm, rulesPage } from './rules-view.ts';
import { contradicts, ruleFields, rulesFrom } from './schema.ts';
import { begun, begunFrom, mayMatch, ofCohort, oldButton, settingsForm, tried } from './trying.ts';

const show = lookAtCohort('matching.rules', 'view', async ({ tx, actor }, cohort) => {
  const pool = await poolOf(tx, cohort);
  return done(rulesPage(pool, heldApart(snapshotOf(pool)), mayMatch(actor, cohort)));
});

const form = settingsForm('matching.rulesForm', 'rules', rulesForm);

const attempt = define({
  name: 'matching.tryRules',
  version: 1,
  look: true,
  input: z.object({ ...begun, ...ruleFields }),
  subject: ofCohort,
  may: mayMatch,
  async run(context, { settings: code, ...fields }, cohort) {
    const rules = rulesFrom(fields);
    if (contradicts(rules)) return refused(say('error.form'), { fields: { most: say('weights.rules.contradict') } });
    const settings = await begunFrom(context, cohort, code);
    return settings ? done(await tried(context, cohort, 'rules', { ...settings, rules })) : oldButton(cohort, 'rules');
  },
});

export const RULE_PAGES: readonly AnyAction[] = [show, form, attempt];
