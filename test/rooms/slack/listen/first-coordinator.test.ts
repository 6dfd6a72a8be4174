// Who looks after an organisation that has just come in: one person, who is told what to do first (E8.1).

import { afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../support/slack/person.ts';
import { openScene, type Scene, shown } from './scene.ts';

const WELCOME = 'You are the first coordinator of Mentor Guild.';
const USERS = [
  { name: 'mia', realName: 'Mia Member' },
  { name: 'ada', realName: 'Ada Admin', admin: true },
  { name: 'olle', realName: 'Olle Owner', owner: true },
  { name: 'pia', realName: 'Pia Partner', stranger: true, admin: true, owner: true },
  { name: 'robot', realName: 'Robot Ett', bot: true, admin: true },
];

let scene: Scene;
const person = (name: string) => scene.slack.person(name);

afterEach(async () => {
  expect(scene.house.faults).toEqual([]);
  await scene.close();
});

/** By handle, in the organisation behind the workspace. */
async function coordinators(): Promise<string[]> {
  const sql = `SELECT a."externalId" AS "id" FROM "Grant" g JOIN "Account" a USING ("tenantId", "personId") WHERE g."tenantId" = $1 AND g."role" = 'programme'`;
  const rows = await scene.rows(sql, await scene.tenantId());
  return rows.map(({ id }) => scene.slack.people.get(String(id)).name);
}

const welcomes = async (one: Person) => (await one.sees()).messages.filter((message) => message.includes(WELCOME)).length;

describe('without a setting', () => {
  it('the first admin of the workspace who comes in looks after it, and nobody before or after', async () => {
    scene = await openScene({ users: USERS });
    for (const name of ['mia', 'pia', 'robot']) {
      await person(name).types('/cohort');
      expect(await shown(person(name))).not.toContain('/cohort create');
    }
    expect(await coordinators()).toEqual([]);

    await person('ada').types('/cohort');
    expect(await shown(person('ada'))).toContain('There is no cohort yet. /cohort create begins one.');
    expect(await person('ada').hears(WELCOME)).toContain('[Create a cohort]');
    for (const name of ['olle', 'ada', 'mia', 'pia']) {
      await person(name).types('/mentor');
      await person(name).opensHome();
    }
    await scene.quiet();
    expect(await coordinators()).toEqual(['ada']);
    expect(await welcomes(person('ada'))).toBe(1);
    for (const name of ['olle', 'mia', 'pia']) expect(await welcomes(person(name))).toBe(0);
    await person('olle').types('/cohort create');
    expect(await shown(person('olle'))).toContain('This is not yours to open');
  });

  it('an owner may be the first, by any thing that they do', async () => {
    scene = await openScene({ users: USERS });
    await person('olle').opensHome();
    await person('olle').hears(WELCOME);
    expect(await coordinators()).toEqual(['olle']);
    expect((await person('olle').sees()).home).toContain('[Cohorts]');
  });

  it('is asked again where Slack did not say who somebody is', async () => {
    scene = await openScene({ users: USERS });
    scene.slack.fault('users.info', { status: 503 }, 2);
    await person('ada').types('/mentor');
    expect(await shown(person('ada'))).toContain('We do not know you here yet');
    expect(await coordinators()).toEqual([]);
    scene.slack.mend();
    await person('ada').types('/mentor');
    await person('ada').hears(WELCOME);
    expect(await coordinators()).toEqual(['ada']);
  });

  it('is exactly one where several come in at the same moment', async () => {
    const admins = Array.from({ length: 6 }, (_, index) => ({ name: `admin${index}`, realName: `Admin ${index}`, admin: true }));
    scene = await openScene({ users: admins });
    await Promise.all(admins.flatMap(({ name }) => [person(name).types('/mentor'), person(name).opensHome()]));
    await scene.quiet();
    const [first = '', ...others] = await coordinators();
    expect(others).toEqual([]);
    for (const { name } of admins) expect([name, await welcomes(person(name))]).toEqual([name, name === first ? 1 : 0]);
  });
});

describe('with SLACK_FIRST_COORDINATOR', () => {
  it('it is that member, admin or not, and no admin', async () => {
    scene = await openScene({ users: USERS }, { environment: (slack) => ({ SLACK_FIRST_COORDINATOR: slack.person('mia').id }) });
    for (const name of ['ada', 'olle']) await person(name).types('/mentor');
    expect(await coordinators()).toEqual([]);
    await person('mia').types('/mentor');
    await person('mia').hears(WELCOME);
    await person('ada').types('/mentor');
    await scene.quiet();
    expect(await coordinators()).toEqual(['mia']);
    expect(await welcomes(person('ada'))).toBe(0);
  });

  it('it is nobody where the setting names somebody who does not belong here', async () => {
    scene = await openScene({ users: USERS }, { environment: (slack) => ({ SLACK_FIRST_COORDINATOR: slack.person('pia').id }) });
    for (const name of ['pia', 'ada', 'mia']) await person(name).types('/mentor');
    expect(await coordinators()).toEqual([]);
  });
});
