// Bolt's own words quote payloads; what matters of them comes to us as errors and outcomes. Only that it complained is kept.

import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ports.ts';

export function boltLog(log: Log): Logger {
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: silent,
    error: () => log.warn('slack.bolt'),
    setLevel: silent,
    getLevel: () => LogLevel.ERROR,
    setName: silent,
  };
}
