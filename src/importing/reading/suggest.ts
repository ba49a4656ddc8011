/** The known word nearest to a mistyped one, if it is near enough to be what was meant. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  const plain = (word: string) => word.toLowerCase().replaceAll(/[_-]/g, ' ');
  const ranked = known
    .filter((word) => Math.abs(word.length - typed.length) <= allowed)
    .map((word) => ({ word, away: distance(plain(typed), plain(word)) }))
    .filter(({ away }) => away <= allowed)
    .toSorted((a, b) => a.away - b.away);
  return ranked[0]?.word;
}

/** " Did you mean …?" where there is a good guess, nothing otherwise. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const guess = nearest(typed, known);
  return guess === undefined ? '' : ` Did you mean "${guess}"?`;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function distance(a: string, b: string): number {
  if (Math.max(a.length, b.length) > 80) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
