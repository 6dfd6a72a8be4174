// `npm run simulate`: a whole programme year, or both, in seconds, and the story of it. See docs/simulate.md.

import { writeFileSync } from 'node:fs';
import { BotError } from '../../fault.ts';
import { askedFor } from './options.ts';
import { play } from './play.ts';
import { recordOf } from './record.ts';
import { personStory, storyOf } from './story.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

try {
  const asked = askedFor(process.argv.slice(2));
  const begun = performance.now();
  const out = await play(asked);
  try {
    const record = await recordOf(out, asked.file);
    const title = asked.programmes.map(({ name }) => name).join(' and ');
    const lines = asked.person === null ? storyOf(record, title) : personStory(record, asked.person);
    for (const line of lines) say(line);
    if (asked.json !== null) writeFileSync(asked.json, `${JSON.stringify(record, null, 1)}\n`);
    say(`\nPlayed in ${((performance.now() - begun) / 1000).toFixed(1)} s, with seed ${asked.seed}.`);
    for (const fault of out.house.faults) complain(`went wrong: ${fault}`);
    if (out.house.faults.length > 0) process.exitCode = 1;
  } finally {
    await out.house.close();
  }
} catch (error) {
  complain(error instanceof BotError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
