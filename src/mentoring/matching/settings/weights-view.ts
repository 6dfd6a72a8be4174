// The page of what counts, and the form that changes it.

import { onDay, quote, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Form, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import { civilIn } from '../../calendar/index.ts';
import type { Participation, Profile } from '../../orientation/participation.ts';
import type { Cohort } from '../../programme/index.ts';
import { type Feature, FEATURES, MOST_WEIGHT, type Settings } from './settings.ts';
import type { Present } from './weighings.ts';
import { pageButtons } from './effect.ts';
import { weightText } from './words.ts';

interface WeightsLook {
  readonly cohort: Cohort;
  readonly present: Present;
  readonly ready: readonly Participation[];
  /** Whether the reader may decide as well as look. */
  readonly may: boolean;
  readonly timeZone: string;
}

export function weightsPage({ cohort, present, ready, may, timeZone }: WeightsLook): Message {
  const change = { label: say('weights.button.change'), action: 'matching.weightsForm', about: { cohort: cohort.id }, style: 'main' } as const;
  return message([
    heading(say('weights.title', { cohort: quote(cohort.name) })),
    paragraph(versionText(present, timeZone)),
    {
      block: 'table',
      caption: say('weights.caption'),
      head: [say('weights.column.what'), say('weights.column.weight'), say('weights.column.told')],
      rows: FEATURES.map((feature) => [
        say(`weights.feature.${feature}`),
        weightText(present.settings.weights[feature]),
        say('weights.told', { n: ready.filter((one) => hasTold(feature, one)).length, all: ready.length }),
      ]),
    },
    note(say('weights.note')),
    actions(...(may ? [change] : []), ...pageButtons(cohort, 'weights')),
  ]);
}

/** Which version it is, and who decided it when. */
function versionText({ number, saved }: Present, timeZone: string): Text {
  if (!saved) return say('weights.version.first');
  return say('weights.version', { number, person: who(saved.createdBy), day: onDay(civilIn(saved.createdAt, timeZone)) });
}

const wrote = ({ topics, challenges }: Profile) => `${topics}${challenges}` !== '';
const hopes = (profile: Profile) => profile.ideal !== '' || profile.focus.length > 0 || wrote(profile);
const done = ({ title, experience }: Profile) => `${title}${experience}` !== '';

/** Whether a person has told what this compares of them. */
const TOLD: Readonly<Record<Feature, (profile: Profile, role: Participation['role']) => boolean>> = {
  help: ({ help }) => help.length > 0,
  topics: (profile) => profile.focus.length > 0 || wrote(profile),
  text: (profile, role) => wrote(profile) || (role !== 'mentee' && profile.experience !== ''),
  experience: (profile, role) => (role === 'mentor' || hopes(profile)) && (role === 'mentee' || done(profile)),
  interests: ({ interests }) => interests !== '',
  language: ({ languages }) => languages.length > 0,
  time: ({ slots }) => slots.length > 0,
  place: ({ place, meets }) => place !== '' || meets !== '',
  seniority: ({ level }) => level !== '',
  unit: ({ unit }) => unit !== '',
};

function hasTold(feature: Feature, { profile, role }: Pick<Participation, 'profile' | 'role'>): boolean {
  return TOLD[feature](profile, role);
}

/** `begun`: settings that were tried already; empty where it begins from those that count. */
export function weightsForm(cohort: Pick<Cohort, 'id'>, settings: Settings, begun: string): Form {
  return {
    type: 'form',
    title: say('weights.form.title'),
    intro: [paragraph(say('weights.form.intro'))],
    inputs: FEATURES.map((feature) => ({
      ...{ input: 'number', name: feature, label: say(`weights.feature.${feature}`), required: true },
      ...{ min: 0, max: MOST_WEIGHT, value: settings.weights[feature] },
    })),
    submit: say('weights.form.submit'),
    action: 'matching.tryWeights',
    about: { cohort: cohort.id, settings: begun },
  };
}
