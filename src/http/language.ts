export const LANGUAGES = ['en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of ours that the sender prefers (`Accept-Language`); English unless they say otherwise. */
export function languageIn(header: unknown): Language {
  if (typeof header !== 'string') return 'en';
  const wished = header.split(',').flatMap((range) => {
    const [, tag, quality = '1'] =
      /^\s*([a-z]{1,8}|\*)(?:-[a-z0-9-]{1,64})?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/i.exec(range) ?? [];
    const language = LANGUAGES.find((one) => one === tag?.toLowerCase());
    return language && Number(quality) > 0 ? [{ language, quality: Number(quality) }] : [];
  });
  return wished.sort((a, b) => b.quality - a.quality)[0]?.language ?? 'en';
}

/** Which way a language is written. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/** The languages a problem is told in: what kind it is in the one preferred, the single case always in English. */
export const languagesOfProblem = (language: Language): string => (language === 'en' ? 'en' : `${language}, en`);
