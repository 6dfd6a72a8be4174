// The tree of topics: its laws, its names, and the words of three languages that lead to it.

import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../../src/bot/actions/fields.ts';
import { CATALOGUES } from '../../../src/bot/texts/catalogue.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { dictionaryOf, phrasesOf } from '../../../src/mentoring/topics/dictionary.ts';
import { closeTo, GROUPS, isTopic, nameOf, near, TOPICS, TREE, type Topic, understood } from '../../../src/mentoring/topics/index.ts';

describe('the tree of topics', () => {
  it('has twelve groups of about ten topics, each topic once', () => {
    expect(GROUPS).toHaveLength(12);
    expect(TOPICS.length).toBeGreaterThanOrEqual(110);
    expect(TOPICS.length).toBeLessThanOrEqual(130);
    expect(new Set(TOPICS).size).toBe(TOPICS.length);
    for (const group of GROUPS) expect(TREE[group].length, group).toBeGreaterThanOrEqual(10);
    for (const topic of TOPICS) expect(topic).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('is near both ways: the same, one step, or further', () => {
    const pairs = TOPICS.flatMap((one) => TOPICS.map((other) => [one, other] as const));
    const expected = (one: Topic, other: Topic) => (one === other ? 1000 : closeTo(one).has(other) ? 500 : 0);
    expect(pairs.filter(([one, other]) => near(one, other) !== near(other, one))).toEqual([]);
    expect(pairs.filter(([one, other]) => near(one, other) !== expected(one, other))).toEqual([]);
    expect(TOPICS.filter((one) => closeTo(one).has(one))).toEqual([]);
  });

  it('keeps siblings near, related topics of other groups too, and most apart', () => {
    for (const group of GROUPS) for (const topic of TREE[group]) expect(near(topic, TREE[group][0])).not.toBe(0);
    const groupOf = (topic: Topic) => GROUPS.find((group) => (TREE[group] as readonly Topic[]).includes(topic));
    for (const topic of TOPICS) {
      const further = [...closeTo(topic)].filter((other) => groupOf(other) !== groupOf(topic));
      expect(further.length, topic).toBeGreaterThan(0);
      expect(further.length, topic).toBeLessThan(15);
    }
    expect([near('thesis', 'supervising'), near('thesis', 'sales')]).toEqual([500, 0]);
  });

  it('knows its own from anything else', () => {
    expect(isTopic('stress')).toBe(true);
    for (const other of ['leadership', '', 'toString', null, 7, ['stress']]) expect(isTopic(other)).toBe(false);
  });
});

describe.each(LANGUAGES)('topics in words (%s)', (language) => {
  it('names each topic and group, briefly, and no two alike', () => {
    const names = TOPICS.map((topic) => nameOf(topic, language).toLowerCase());
    expect(new Set(names).size).toBe(TOPICS.length);
    const groups = GROUPS.map((group) => CATALOGUES[language][`topics.group.${group}`]);
    expect(new Set(groups).size).toBe(GROUPS.length);
    for (const name of [...names, ...groups]) expect(lengthOf(name), name).toBeLessThanOrEqual(60);
  });

  it('understands each topic by its own name, first of all', () => {
    for (const topic of TOPICS) expect(understood(nameOf(topic, language), language)[0]?.topic, nameOf(topic, language)).toBe(topic);
  });

  it('understands each topic by each of its phrases, whatever the language of the person', () => {
    const missed: string[] = [];
    for (const topic of TOPICS) {
      for (const { text } of phrasesOf(language, topic)) {
        if (!understood(text, language).some((one) => one.topic === topic)) missed.push(`${topic}: ${text}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('has enough to say of each, and no phrase that means two topics', () => {
    for (const topic of TOPICS) expect(phrasesOf(language, topic).length, topic).toBeGreaterThanOrEqual(4);
    const meanings = new Map<string, Set<Topic>>();
    for (const { stems, topic } of [...dictionaryOf(language).phrases.values()].flat()) {
      const words = [...stems].sort().join(' ');
      meanings.set(words, (meanings.get(words) ?? new Set()).add(topic));
    }
    expect([...meanings].filter(([, topics]) => topics.size > 1)).toEqual([]);
    expect(meanings.size).toBeGreaterThan(1000);
  });
});
