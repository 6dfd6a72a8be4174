import { createWorld, START } from '/work/main/test/support/world.ts';
import { DUE_RULES } from '/work/main/src/mentoring/table.ts';
import { EMPTY_PROFILE } from '/work/main/src/mentoring/orientation/participation.ts';
const world = await createWorld(); const at = START as any; const N = 2000;
await world.tx(async (tx) => { for (let i = 0; i < N; i++) { const id = (k: string) => `${k}${i}`;
  for (const r of ['mentee','mentor'] as const) { tx.people.put({ id: id(r), name: id(r), email: null, language: 'sv', timeZone: 'Europe/Stockholm', createdAt: at, leftAt: null });
   tx.participations.put({ id: id('p'+r), cohortId: world.cohort.id, personId: id(r), role: r, state: 'ready', capacity: 1, profile: EMPTY_PROFILE, noticeVersion: 1, noticeReadAt: at, createdAt: at, submittedAt: at }); }
  tx.pairs.put({ id: id('pair'), cohortId: world.cohort.id, proposalId: id('x'), menteeId: id('pmentee'), mentorId: id('pmentor'), stage: 4, state: 'active', rhythmDays: 14, startedAt: at, endedAt: null, lastMetOn: null } as any);
  tx.remind('meetings.ask', id('pair'), at); } });
const t = performance.now(); let n = 0, got = 0;
while ((got = await world.store.due(async (tx, b) => DUE_RULES.get(b.rule)!.run({ tx, now: at, ids: world.ids }, b.due), at)) > 0) { n += got; console.log(n, Math.round(performance.now() - t)); }
console.log(await world.store.prisma.message.count(), await world.store.prisma.checkin.count());
await world.close();
