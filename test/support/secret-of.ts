/** The part of an API key that nobody else may see. It may hold underscores of its own. */
export const secretOf = (token: string): string => token.split('_').slice(2).join('_');
