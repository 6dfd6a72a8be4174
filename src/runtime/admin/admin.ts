// The operator's command line: `npm run admin -- doctor`, `join`, `calendar` and `collisions`.

import type { Config } from '../../config.ts';
import { type Check, type Finding, well, wrong } from '../../doctor.ts';
import { BotError } from '../../fault.ts';
import { showCalendar } from './calendar.ts';
import { showCollisions } from './collisions.ts';
import { houseChecks } from './house-checks.ts';
import { joinDoors } from './join.ts';

export interface Administering {
  /** Reads the settings; throws `BotError('config')` with all their faults. */
  readonly read: () => Config;
  /** What the adapters ask of their platforms. */
  readonly platformChecks: (config: Config) => Promise<readonly Check[]> | readonly Check[];
  readonly say: (line: string) => void;
}

/** Resolves to the exit code: 0 where all is well, 1 where something is to be mended. */
export async function runAdmin(args: readonly string[], parts: Administering): Promise<number> {
  if (args.length === 1 && args[0] === 'doctor') return doctor(parts);
  const [command, first, second, ...more] = args;
  if (command === 'calendar') return asked(() => showCalendar(args.slice(1), parts.say), parts);
  if (command === 'collisions') return asked(() => showCollisions(args.slice(1), parts.say), parts);
  if (command === 'join' && first !== undefined && second !== undefined && more.length === 0) return join(parts, [first, second]);
  parts.say('npm run admin -- doctor   looks at settings, database, key and chat platforms, and says what to mend');
  parts.say(
    'npm run admin -- join slack:WORKSPACE teams:TENANT   leads the second door to the organisation of the first, where nothing has begun behind the second',
  );
  parts.say('npm run admin -- calendar --template september|january --year Y   says what falls when in that programme year, and why');
  parts.say('npm run admin -- collisions --from Y --to Y   says in which years dates of the two programmes collide');
  return 1;
}

/** Says what is wrong with how it was asked. */
function asked(run: () => number, { say }: Administering): number {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    say(error.message);
    return 1;
  }
}

async function join({ read, say }: Administering, doors: readonly [string, string]): Promise<number> {
  const config = settingsOf(read);
  try {
    if (!('said' in config)) return await joinDoors(config, doors, say);
    say(config.said);
  } catch (error) {
    const code: unknown = (error as { code?: unknown } | null)?.code;
    say(
      error instanceof BotError
        ? error.message
        : `The database does not answer as it should${typeof code === 'string' ? ` (${code})` : ''}: npm run admin -- doctor says why.`,
    );
  }
  return 1;
}

async function doctor({ read, platformChecks, say }: Administering): Promise<number> {
  let wrong = 0;
  const show = (name: string, { ok, said }: Finding) => {
    if (!ok) wrong++;
    const [first, ...more] = said.split('\n');
    say(`${ok ? 'ok   ' : 'WRONG'} ${name.padEnd(15)} ${first}`);
    for (const line of more) say(' '.repeat(22) + line);
  };
  const config = settingsOf(read);
  show('settings', 'said' in config ? config : well('nothing is missing, malformed or in contradiction'));
  if (!('said' in config)) {
    const house = houseChecks(config);
    try {
      for (const check of [...house.checks, ...(await platformChecks(config))]) show(check.name, await findingOf(check));
    } finally {
      await house.end();
    }
  }
  say(wrong === 0 ? 'All is well.' : `To mend: ${wrong}.`);
  return wrong === 0 ? 0 : 1;
}

function settingsOf(read: () => Config): Config | Finding {
  try {
    return read();
  } catch (error) {
    if (error instanceof BotError) return wrong(error.message);
    throw error;
  }
}

/** A check that fails in a way nobody thought of is a finding too; its message may quote what it saw. */
async function findingOf(check: Check): Promise<Finding> {
  try {
    return await check.run();
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    return wrong(error instanceof BotError ? error.message : `the check itself failed (${kind})`);
  }
}
