/** The key in an `Authorization` header; null where there is none, or something else. */
export function bearerIn(authorization: string | undefined): string | null {
  const [, token] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  return token ?? null;
}
