// How well two people fit, in words: what they share, what is missing, and which rules stand between people. Pure.

import { isTextKey } from '../../../bot/texts/catalogue.ts';
import { say, type Text } from '../../../bot/views/text.ts';
import { type Block, facts, note } from '../../../bot/views/view.ts';
import type { Help, MeetingLanguage, Slot } from '../../orientation/participation.ts';
import { joined } from '../summary/anonymous.ts';
import type { Fit, Reason } from '../fit.ts';
import type { Barrier } from '../rules.ts';
import type { HardRules } from '../settings/settings.ts';

/** What a participation id is called. */
export type People = (participationId: string) => Text;

export function dotted(all: readonly Text[]): Text {
  return all.reduce((a, b) => say('matching.dotted', { a, b }));
}

/** The two reasons that weigh most, with two things each that are shared: a line of a table. A pair without any still has a word. */
export function strongest({ reasons }: Pick<Fit, 'reasons'>): readonly Text[] {
  const first = reasons.toSorted((a, b) => b.points - a.points).slice(0, 2);
  return first.length === 0 ? [say('matching.reason.none')] : first.map(({ feature, shared }) => reasonText({ feature, shared: shared.slice(0, 2) }));
}

export function reasonText({ feature, shared }: Pick<Reason, 'feature' | 'shared'>): Text {
  switch (feature) {
    case 'help':
      return say('matching.reason.help', { what: joined(shared.map((one) => say(`orientation.kind.${one as Help}`))) });
    case 'language':
      return say('matching.reason.language', { what: joined(shared.map((one) => say(`orientation.tongue.${one as MeetingLanguage}`))) });
    case 'time':
      return say('matching.reason.time', { what: joined(shared.map((one) => say(`orientation.slot.${one as Slot}`))) });
    case 'topics': {
      const topics = shared.flatMap(topicText);
      return topics.length === 0 ? say('matching.reason.topics') : say('matching.reason.topics.shared', { what: joined(topics) });
    }
    default:
      return say(`matching.reason.${feature}`);
  }
}

/** A topic that has left the tree since has no name any more. */
function topicText(topic: string): readonly Text[] {
  const key = `topics.name.${topic}`;
  return isTextKey(key) ? [{ say: key, args: {} }] : [];
}

/** Points of each part, what was left open, and what was added or taken because little is known. */
export function fitBlocks(fit: Fit): readonly Block[] {
  const rest = 1000 - fit.reasons.reduce((sum, { points }) => sum + points, 0);
  const parts = fit.reasons.map((reason) => ({ label: reasonText(reason), value: pointsText(reason) }));
  const missing = fit.missing.map((feature) => say(`why.feature.${feature}`));
  return [
    ...(parts.length > 0 ? [facts(...parts)] : []),
    ...(rest > 0 ? [note(say('matching.pair.rest', { n: rest }))] : []),
    ...(missing.length > 0 ? [note(say('why.close.missing', { what: joined(missing) }))] : []),
    ...(fit.drawn > 0 ? [note(say('why.close.drawn.up', { n: fit.drawn }))] : []),
    ...(fit.drawn < 0 ? [note(say('why.close.drawn.down', { n: -fit.drawn }))] : []),
  ];
}

function pointsText({ points, of }: Reason): Text {
  return of === undefined ? say('matching.number', { n: points }) : say('why.share', { n: points, of });
}

/** `language` is what the rules ask for: where it is a certain one, sharing another does not help. */
export function barrierText(barrier: Barrier, language: HardRules['language'] = 'shared'): Text {
  if (barrier === 'language' && language !== 'shared') return say('why.barrier.tongue', { tongue: say(`orientation.tongue.${language}`) });
  return say(`matching.barrier.${barrier}`);
}
