/** Text the log can keep: no U+0000 and no half of a surrogate pair (design §3). */
export const isStorableText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
