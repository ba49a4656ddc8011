/** What a kind of problem is called, and what it means in general; the single case is told in `detail`. */
export interface Told {
  readonly title: string;
  readonly explanation: string;
}

export interface ProblemText {
  readonly en: Told;
  readonly ar: Told;
}

export type ProblemTexts = Readonly<Record<string, ProblemText>>;

/** Title and explanation, in English and in Arabic. */
export const told = (
  ...[title, explanation, titleAr, explanationAr]: [string, string, string, string]
): ProblemText => ({
  en: { title, explanation },
  ar: { title: titleAr, explanation: explanationAr },
});
