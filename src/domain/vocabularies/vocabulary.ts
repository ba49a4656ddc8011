/** What a code is called by people, in the two languages of the register. */
export interface CodeLabels {
  readonly en: string;
  readonly ar: string;
}

/** A closed list of codes with their labels. A new release of the list raises `version`; codes are never reused. */
export interface Vocabulary<Code extends string = string> {
  readonly name: string;
  readonly version: number;
  readonly codes: readonly Code[];
  readonly labels: Readonly<Record<Code, CodeLabels>>;
}

export type CodeOf<V> = V extends Vocabulary<infer Code> ? Code : never;

export function vocabulary<const Labels extends Record<string, CodeLabels>>(
  name: string,
  version: number,
  labels: Labels,
): Vocabulary<Extract<keyof Labels, string>> {
  return { name, version, labels, codes: Object.keys(labels) as Extract<keyof Labels, string>[] };
}
