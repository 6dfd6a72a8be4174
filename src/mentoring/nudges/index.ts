export { type Absence, CLOSES, nudgeAt, OPENS, quietUntil } from './hours.ts';
