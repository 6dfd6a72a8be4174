// Solves one instance and prints what it comes to; without one, the figures beside SciPy's. `npm run bench:matching`.

import { parseArgs } from 'node:util';
import { type Dial, DIALS } from '../../src/mentoring/matching/engine/index.ts';
import { figures } from './figures.ts';
import { readInstance } from './formats.ts';
import { generate, type Kind, KINDS } from './generate.ts';
import { growth } from './growth.ts';
import { type Instance, type Result, solveInstance, Wrong } from './instance.ts';
import { peerInstance } from './peer.ts';

const USAGE = `npm run bench:matching --                      the figures, beside SciPy where python3 has it
npm run bench:matching -- --growth             time and memory from 250 to 100,000 a side
npm run bench:matching -- --instance FILE      one problem: OR-Library assignment, or hospitals with residents (also .gz)
npm run bench:matching -- --peer DIR           the open-source peer's mentees.csv and mentors.csv
npm run bench:matching -- --generate ${KINDS.join('|')} --n N --seed S
with any instance: --json, --spread, --[no-]floor, --dial ${DIALS.join('|')}`;

function options() {
  try {
    return parseArgs({
      allowNegative: true,
      options: {
        instance: { type: 'string' },
        peer: { type: 'string' },
        generate: { type: 'string' },
        n: { type: 'string' },
        seed: { type: 'string' },
        growth: { type: 'boolean' },
        json: { type: 'boolean' },
        spread: { type: 'boolean' },
        floor: { type: 'boolean' },
        dial: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Wrong(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}.\n\n${USAGE}`);
  }
}

type Options = ReturnType<typeof options>;

function instanceOf({ instance, peer, generate: kind, n, seed, ...rest }: Options): Instance | null {
  const asked = [instance, peer, kind].filter((one) => one !== undefined);
  if (asked.length > 1) throw new Wrong('One of --instance, --peer and --generate at a time.');
  if (kind === undefined && (n !== undefined || seed !== undefined)) throw new Wrong('--n and --seed belong to --generate.');
  if (asked.length === 0 && (rest.spread !== undefined || rest.floor !== undefined || rest.dial !== undefined)) {
    throw new Wrong('--spread, --floor and --dial need an instance.');
  }
  if (instance !== undefined) return readInstance(instance);
  if (peer !== undefined) return peerInstance(peer);
  if (kind === undefined) return null;
  if (!KINDS.some((one) => one === kind)) throw new Wrong(`--generate knows ${KINDS.join(', ')}, not "${kind}".`);
  return generate(kind as Kind, whole('--n', n ?? '1000', 1, kind === 'uni' ? 10_000 : 100_000), whole('--seed', seed ?? '1', 0, 2 ** 31));
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) throw new Wrong(`${name} is a whole number from ${least} to ${most}, not "${text}".`);
  return number;
}

/** The aims of the instance, as far as nothing else was asked for. */
function withAims(instance: Instance, { spread, floor, dial }: Options): Instance {
  if (dial !== undefined && !DIALS.some((one) => one === dial)) throw new Wrong(`--dial knows ${DIALS.join(', ')}, not "${dial}".`);
  const { aims } = instance;
  return { ...instance, aims: { ...aims, spread: spread ?? aims.spread, floor: floor ?? aims.floor, dial: (dial as Dial | undefined) ?? aims.dial } };
}

function lines({ instance, stages, matched, sum, cost, floor, ms, peakMB, certificate, note }: Result): string {
  const proof = certificate
    ? `violation ${certificate.violation} over ${certificate.pairs.toLocaleString('en')} pairs (${certificate.over === 'all' ? 'all allowed' : 'the candidates'})`
    : 'none';
  return [
    ['instance', instance],
    ...stages.map(({ name, value, ms }) => [`stage ${name}`, `${value.toLocaleString('en')} (${ms} ms)`]),
    ['matched', matched],
    ['sum', sum.toLocaleString('en')],
    ...(cost === undefined ? [] : [['cost', cost.toLocaleString('en')]]),
    ['floor', floor ?? '-'],
    ['ms', ms],
    ['peak MB', peakMB],
    ['certificate', proof],
    ...(note === undefined ? [] : [['note', note]]),
  ]
    .map(([name, value]) => `${String(name).padEnd(12)} ${value}`)
    .join('\n');
}

try {
  const asked = options();
  const instance = instanceOf(asked);
  if (asked.help) console.log(USAGE);
  else if (instance) {
    const result = solveInstance(withAims(instance, asked));
    console.log(asked.json ? JSON.stringify(result) : lines(result));
  } else if (asked.growth) growth();
  else figures();
} catch (error) {
  if (!(error instanceof Wrong)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
