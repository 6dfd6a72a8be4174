export { type Absence, nudgeAt, OPENS, quietUntil } from './hours.ts';
