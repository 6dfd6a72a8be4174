// What is true of a person's e-mail address and time zone, wherever they come from.

import { clean } from '../../bot/actions/fields.ts';

const ADDRESS = /^[^\s@"<>(),;:\\[\]]+@[^\s@.,;:]+(?:\.[^\s@.,;:]+)+$/;

/** The address as we keep it, in small letters, or `null` where it is none. */
export function emailOf(text: string): string | null {
  const email = clean(text).toLowerCase();
  return email.length <= 254 && ADDRESS.test(email) ? email : null;
}

/** A zone of the IANA list that this machine knows, such as `Europe/Madrid`. */
export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
