// The topics of mentoring, in groups, and which of them lie close to each other.

/** Twelve groups of about ten topics. */
export const TREE = {
  leadership: [
    ...(['leading-people', 'new-manager', 'becoming-manager', 'leading-without-authority', 'delegation'] as const),
    ...(['coaching-others', 'motivating-others', 'building-teams', 'recruiting-staff', 'senior-leadership'] as const),
  ],
  organisation: [
    ...(['change', 'strategy', 'decisions', 'influence', 'managing-up', 'workplace-culture'] as const),
    ...(['crisis', 'innovation', 'sustainability', 'ethics', 'remote-teams'] as const),
  ],
  career: [
    ...(['career-planning', 'exploring-careers', 'career-change', 'professions', 'promotion', 'staying-or-leaving'] as const),
    ...(['specialist-path', 'networking', 'working-abroad', 'returning-to-work', 'late-career'] as const),
  ],
  applying: [
    ...(['finding-jobs', 'cv', 'applications', 'interviews', 'salary'] as const),
    ...(['personal-brand', 'first-job', 'internships', 'selection-tests', 'losing-a-job'] as const),
  ],
  studies: [
    ...(['study-technique', 'exams', 'thesis', 'academic-writing', 'choosing-studies'] as const),
    ...(['study-motivation', 'group-work', 'exchange-studies', 'studies-and-job', 'first-at-university'] as const),
  ],
  academia: [
    ...(['doctoral-studies', 'academic-career', 'research-methods', 'publishing', 'research-funding', 'supervising'] as const),
    ...(['teaching', 'course-design', 'outreach', 'university-and-industry', 'leaving-academia'] as const),
  ],
  communication: [
    ...(['clear-communication', 'presenting', 'storytelling', 'listening', 'feedback', 'difficult-conversations'] as const),
    ...(['conflict', 'negotiation', 'writing', 'meetings', 'collaboration'] as const),
  ],
  balance: [
    ...(['time', 'priorities', 'getting-started', 'work-life-balance', 'stress', 'burnout'] as const),
    ...(['boundaries', 'parenthood', 'health', 'setbacks', 'loneliness'] as const),
  ],
  growth: [
    ...(['goals', 'confidence', 'imposter-feelings', 'self-knowledge', 'purpose'] as const),
    ...(['motivation', 'courage', 'perfectionism', 'learning', 'creativity'] as const),
  ],
  business: [
    ...(['starting-a-business', 'business-development', 'commercial-awareness', 'sales', 'customers', 'marketing'] as const),
    ...(['finance', 'investors', 'freelancing', 'board-work', 'law'] as const),
  ],
  technology: [
    ...(['product-management', 'programming', 'tech-leadership', 'data', 'ai', 'cyber-security'] as const),
    ...(['user-experience', 'digitalisation', 'project-management', 'agile', 'process-improvement'] as const),
  ],
  belonging: [
    ...(['inclusion', 'gender-equality', 'unfair-treatment', 'new-country', 'foreign-degree'] as const),
    ...(['working-language', 'intercultural', 'generations', 'accessibility', 'new-at-work'] as const),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Group = keyof typeof TREE;
export type Topic = (typeof TREE)[Group][number];

export const GROUPS = Object.keys(TREE) as readonly Group[];
export const TOPICS: readonly Topic[] = GROUPS.flatMap((group): readonly Topic[] => TREE[group]);

/** Each topic with those it lies close to in other groups; an edge is written once and holds both ways. */
const EDGES: readonly (readonly [Topic, ...Topic[]])[] = [
  ['leading-people', 'feedback', 'difficult-conversations', 'listening', 'tech-leadership', 'change', 'supervising'],
  ['new-manager', 'promotion', 'new-at-work', 'managing-up', 'imposter-feelings'],
  ['becoming-manager', 'promotion', 'specialist-path', 'career-planning'],
  ['leading-without-authority', 'influence', 'project-management', 'specialist-path', 'collaboration'],
  ['delegation', 'priorities', 'time', 'perfectionism'],
  ['coaching-others', 'feedback', 'listening', 'supervising', 'learning'],
  ['motivating-others', 'motivation', 'change', 'workplace-culture'],
  ['building-teams', 'collaboration', 'workplace-culture', 'conflict', 'group-work', 'remote-teams'],
  ['recruiting-staff', 'inclusion', 'interviews'],
  ['senior-leadership', 'strategy', 'board-work', 'decisions'],
  ['change', 'digitalisation', 'process-improvement'],
  ['strategy', 'business-development', 'board-work'],
  ['decisions', 'priorities', 'courage'],
  ['influence', 'networking', 'negotiation', 'presenting'],
  ['managing-up', 'boundaries', 'difficult-conversations'],
  ['workplace-culture', 'inclusion', 'new-at-work', 'unfair-treatment'],
  ['crisis', 'setbacks', 'stress'],
  ['innovation', 'creativity', 'starting-a-business', 'product-management'],
  ['ethics', 'law', 'ai', 'unfair-treatment', 'research-methods'],
  ['remote-teams', 'loneliness', 'meetings', 'working-abroad'],
  ['career-planning', 'goals', 'academic-career', 'purpose'],
  ['exploring-careers', 'choosing-studies', 'first-job', 'self-knowledge', 'internships'],
  ['career-change', 'leaving-academia', 'courage', 'finding-jobs', 'learning'],
  ['professions', 'first-job', 'internships'],
  ['promotion', 'salary', 'personal-brand'],
  ['staying-or-leaving', 'losing-a-job', 'burnout', 'purpose'],
  ['specialist-path', 'tech-leadership'],
  ['networking', 'personal-brand', 'finding-jobs', 'confidence'],
  ['working-abroad', 'exchange-studies', 'new-country', 'intercultural'],
  ['returning-to-work', 'parenthood', 'burnout', 'losing-a-job'],
  ['late-career', 'generations', 'board-work'],
  ['finding-jobs', 'foreign-degree'],
  ['cv', 'foreign-degree'],
  ['applications', 'writing', 'research-funding'],
  ['interviews', 'presenting', 'confidence'],
  ['salary', 'negotiation'],
  ['personal-brand', 'marketing'],
  ['first-job', 'new-at-work', 'studies-and-job'],
  ['internships', 'studies-and-job'],
  ['losing-a-job', 'setbacks'],
  ['study-technique', 'time', 'learning', 'accessibility'],
  ['exams', 'stress'],
  ['thesis', 'research-methods', 'supervising', 'writing'],
  ['academic-writing', 'publishing', 'doctoral-studies', 'writing'],
  ['study-motivation', 'motivation', 'getting-started'],
  ['group-work', 'collaboration', 'conflict'],
  ['exchange-studies', 'intercultural'],
  ['studies-and-job', 'work-life-balance', 'time'],
  ['first-at-university', 'inclusion', 'imposter-feelings', 'loneliness'],
  ['outreach', 'presenting', 'storytelling', 'clear-communication'],
  ['university-and-industry', 'innovation', 'collaboration'],
  ['research-methods', 'data'],
  ['research-funding', 'investors'],
  ['teaching', 'presenting', 'coaching-others'],
  ['clear-communication', 'working-language', 'intercultural'],
  ['presenting', 'courage', 'confidence'],
  ['storytelling', 'marketing', 'sales'],
  ['difficult-conversations', 'courage', 'boundaries'],
  ['negotiation', 'sales'],
  ['time', 'goals', 'project-management'],
  ['priorities', 'goals', 'product-management'],
  ['getting-started', 'perfectionism', 'motivation'],
  ['stress', 'perfectionism'],
  ['boundaries', 'confidence', 'perfectionism'],
  ['parenthood', 'gender-equality'],
  ['setbacks', 'courage', 'confidence'],
  ['loneliness', 'new-country', 'new-at-work'],
  ['health', 'accessibility'],
  ['creativity', 'user-experience', 'storytelling'],
  ['customers', 'user-experience', 'product-management'],
  ['commercial-awareness', 'strategy'],
  ['business-development', 'product-management', 'networking'],
  ['marketing', 'outreach'],
  ['finance', 'decisions', 'project-management'],
  ['collaboration', 'agile', 'project-management'],
  ['process-improvement', 'sustainability'],
  ['inclusion', 'building-teams'],
  ['gender-equality', 'senior-leadership', 'salary'],
  ['unfair-treatment', 'conflict'],
  ['working-language', 'listening'],
  ['selection-tests', 'exams', 'recruiting-staff'],
  ['course-design', 'accessibility', 'user-experience'],
  ['freelancing', 'finding-jobs', 'boundaries', 'career-change'],
  ['programming', 'learning', 'creativity'],
  ['cyber-security', 'crisis', 'law'],
];

const NEIGHBOURS = neighbours();

/** Siblings in a group and related topics of other groups: one step away. */
export function closeTo(topic: Topic): ReadonlySet<Topic> {
  return NEIGHBOURS.get(topic) ?? new Set();
}

/** How near two topics are, in permille: the same, one step apart, or further. */
export function near(a: Topic, b: Topic): 0 | 500 | 1000 {
  if (a === b) return 1000;
  return closeTo(a).has(b) ? 500 : 0;
}

/** What is read back from a form or an older version of the tree may be none of ours. */
export function isTopic(value: unknown): value is Topic {
  return NEIGHBOURS.has(value as Topic);
}

function neighbours(): ReadonlyMap<Topic, ReadonlySet<Topic>> {
  const found = new Map<Topic, Set<Topic>>();
  for (const group of GROUPS) {
    for (const topic of TREE[group]) found.set(topic, new Set((TREE[group] as readonly Topic[]).filter((other) => other !== topic)));
  }
  for (const [topic, ...others] of EDGES) {
    for (const other of others) {
      found.get(topic)?.add(other);
      found.get(other)?.add(topic);
    }
  }
  return found;
}
