// Names, employers and addresses that must not leak, and the ways in which people write them.

export const NAMES = [
  'Anna Lind',
  'María-José Núñez de la Fuente',
  'Eva Berg',
  'Per Öhman',
  'Søren Ågård',
  'Zoë O’Brien',
  'Björn Åkerström-Öhman',
  'Iker Zubiaurre Goñi',
];
export const EMPLOYERS = [
  'Älvbrinkens vårdcentral',
  'Quill & Compass Analytics',
  'Huertófono',
  'ICA',
  'Wrenfield Collection',
  'Datalinde AB',
  'Good Work',
  'SEB',
];
export const CONTACTS = [
  'anna.lind@example.org',
  'a_l+work@mail.huertofono.es',
  'https://www.linkedin.com/in/annalind?x=1',
  'www.annalind.se',
  'annalind.dev/cv',
  '@annalind',
  '+46 70-123 45 67',
  '070 123 45 67',
  '(+34) 612.345.678',
  '0046701234567',
  'github.com/alind',
];
export const SENTENCES = [
  'I have led small teams for ten years and like to listen',
  'Jag har lett små grupper i tio år och tycker om att lyssna',
  'He dirigido equipos pequeños durante diez años y me gusta escuchar',
];
export const CASES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.split('').join('\u200b'),
];
export const WRAPS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `(${text})`,
  (text) => `“${text}”,`,
  (text) => `*${text}*`,
  (text) => `${text}.`,
  (text) => `${text}s`,
  (text) => `x${text}x`,
  (text) => `-${text}-chef`,
  (text) => `#${text}`,
  (text) => `${text}/${text}`,
  (text) => `_${text}_`,
  (text) => `hej:${text}`,
];

export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o');
}

/** Folded words that may point at the person: not `de la`, `AB`, `Good`. */
export function telling(name: string): string[] {
  return (folded(name).match(/\p{L}+/gu) ?? []).filter((word) => word.length > 2 && !['good', 'work', 'collection', 'del'].includes(word));
}

export function placed(text: string, secret: string, at: number): string {
  const words = text.split(' ');
  words.splice(at % (words.length + 1), 0, secret);
  return words.join(' ');
}
