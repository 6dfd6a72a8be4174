// The three languages, equal among themselves.

export const LANGUAGES = ['en', 'sv', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The BCP 47 tag whose dates and numbers we follow. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', sv: 'sv-SE', es: 'es-ES' };

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}

/** Takes a platform's locale, such as `sv-SE` or `es_MX`, to one of ours; `otherwise` where we lack it. */
export function languageOf(locale: string | undefined, otherwise: Language): Language {
  const start = locale?.slice(0, 2).toLowerCase();
  return isLanguage(start) ? start : otherwise;
}
