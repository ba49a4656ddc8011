/** The kinds of stream in the log, by the word before the first hyphen. */
export const CATEGORIES = ['statement', 'report', 'operation', 'incident', 'series', 'actor', 'source'] as const;
export type Category = (typeof CATEGORIES)[number];

export const streamOf = (category: Category, id: string): string => `${category}-${id}`;

export const categoryOf = (stream: string): Category => stream.slice(0, stream.indexOf('-')) as Category;

/** `a08` of `statement-a08`. */
export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
