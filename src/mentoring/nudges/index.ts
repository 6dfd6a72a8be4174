export { type Absence, nudgeAt, OPENS, quietUntil, worksInAll } from './hours.ts';
