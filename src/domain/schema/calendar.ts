const zones = new Set<string>();

/** Whether the day that a date or instant begins with is one of the calendar: 30 February is not. */
export function isRealDate(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether this is a time zone of the IANA database. */
export function isZone(text: string): boolean {
  if (zones.has(text)) return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
  } catch {
    return false;
  }
  zones.add(text);
  return true;
}
