// `npm run manifests`: writes what Slack is told of the app, one file for each way to meet it.
// `npm run -s manifests -- install https://mentor.example.org`: prints one for an address of yours, to be pasted at Slack.

import { writeFileSync } from 'node:fs';
import { manifestOf } from '../adapters/slack/manifest.ts';
import { COMMANDS } from '../src/mentoring/table.ts';

const EXAMPLE = 'https://mentor.example.org';
const MODES = ['socket', 'http', 'install'] as const;

const [asked, publicUrl = EXAMPLE] = process.argv.slice(2);
const text = (mode: (typeof MODES)[number]) =>
  `${JSON.stringify(manifestOf({ mode, commands: COMMANDS, publicUrl: publicUrl.replace(/\/+$/, '') }), null, 2)}\n`;
const found = MODES.find((mode) => mode === asked);
if (asked === undefined) for (const mode of MODES) writeFileSync(new URL(`slack-${mode}.json`, import.meta.url), text(mode));
else if (found) process.stdout.write(text(found));
else throw new Error(`one of ${MODES.join(', ')}, please`);
