// What somebody may have of their own before two accounts become one, and all places where a person is named.

import { DEFAULT_SETTINGS } from '../../../src/mentoring/matching/settings/settings.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { civilOf } from '../../../src/time.ts';
import type { World } from '../../support/world.ts';

export const HISTORIES = ['participation', 'grant', 'goal', 'busy', 'proposal', 'rule', 'weighing', 'run', 'step', 'circle'] as const;
/** A programme has each version of its settings once. */
let versions = 0;

export type History = (typeof HISTORIES)[number];

export async function begin(world: World, person: Person, kind: History): Promise<void> {
  const { clock, ids } = world;
  const at = clock.now();
  const two = { cohortId: world.cohort.id, menteeId: ids.next(), mentorId: ids.next() };
  const made = () => ({ id: ids.next(), createdBy: person.id, createdAt: at });
  switch (kind) {
    case 'participation':
      return void (await world.join(person, 'mentee'));
    case 'grant':
      return world.grant(person, 'matching');
    case 'goal': {
      const text = { title: 'Hold a talk', specific: '', measurable: '', achievable: '', relevant: '' };
      const goal = { pairId: null, visibility: 'private', state: 'active', text, dueOn: null, progress: 0, notes: [], doneAt: null } as const;
      return world.tx(async (tx) => tx.goals.put({ id: ids.next(), personId: person.id, createdAt: at, ...goal }));
    }
    case 'busy':
      return world.tx(async (tx) =>
        tx.busy.put({ id: ids.next(), personId: person.id, fromOn: civilOf('2026-09-10'), untilOn: civilOf('2026-09-12'), createdAt: at }),
      );
    case 'proposal': {
      const times = { askedAt: at, remindAt: null, expiresAt: at, closedAt: at, createdAt: at };
      return world.tx(async (tx) =>
        tx.proposals.put({ id: ids.next(), ...two, state: 'expired', score: 0, reasons: [], ...times, publishedBy: person.id, runId: null }),
      );
    }
    case 'rule':
      return world.tx(async (tx) => tx.rules.put({ id: ids.next(), ...two, kind: 'forbid', createdBy: person.id, createdAt: at }));
    case 'weighing':
      return world.tx(async (tx) => tx.weighings.put({ ...made(), programmeId: world.programme.id, number: ++versions, settings: DEFAULT_SETTINGS }));
    case 'run': {
      const of = { kind: 'preview', weighing: 0, mode: 'gentle', seen: '', pairs: [], stages: [], proved: true } as const;
      return world.tx(async (tx) => tx.runs.put({ ...made(), ...of, cohortId: world.cohort.id }));
    }
    case 'step':
      return world.tx(async (tx) =>
        tx.steps.put({ ...made(), cohortId: world.cohort.id, kind: 'settings', about: { kind: 'settings', from: 0, to: 1 }, undoneAt: null }),
      );
    case 'circle':
      return world.tx(async (tx) => tx.circles.put({ ...made(), cohortId: world.cohort.id, state: 'closed', members: [], score: 0, expiresAt: at }));
  }
}

/** How many rows of each column name one of these people; the event log, which says who somebody was then, aside. */
export async function pointersTo({ store, tenantId }: World, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const columns = await store.prisma.$queryRawUnsafe<{ table: string; column: string }[]>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb') AND column_name NOT IN ('topic')
        AND table_name NOT IN ('Event', 'Person', 'Account', 'Link', 'Setting', 'Turn', 'Installation', '_prisma_migrations')`,
  );
  const counts = columns.map(
    ({ table, column }) => `SELECT '${table}.${column}' AS place, count(*)::int AS n FROM "${table}" t WHERE t."tenantId" = $1
      AND EXISTS (SELECT 1 FROM unnest($2::text[]) id WHERE strpos(t."${column}"::text, id) > 0)`,
  );
  const rows = await store.prisma.$queryRawUnsafe<{ place: string; n: number }[]>(counts.join(' UNION ALL '), tenantId, ids);
  return Object.fromEntries(rows.filter(({ n, place }) => n > 0 && !place.startsWith('Message.')).map(({ place, n }) => [place, n]));
}
