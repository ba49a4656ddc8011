/** How often the register's loop and the raw one turned in a second: medians over all rounds, and of their ratios. */
export interface Compared {
  readonly rate: number;
  readonly raw: number;
  readonly ratio: number;
}

/** Runs loops side by side for a while; how much they did together in a second. A turn says how much it did. */
export async function rateOf(clients: number, seconds: number, turn: (client: number) => Promise<number>) {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        const more = await turn(client); // not `done += await`: that would forget what the others did meanwhile
        done += more;
      }
    }),
  );
  return (done * 1_000) / (performance.now() - start);
}

/** The two take turns, so that whatever else the machine does meets both. The first round only warms up. */
export async function compare(
  rounds: number,
  ours: () => Promise<number>,
  raw: () => Promise<number>,
): Promise<Compared> {
  await ours();
  await raw();
  const pairs: { rate: number; raw: number }[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ rate: await ours(), raw: await raw() });
  return {
    rate: median(pairs.map(({ rate }) => rate)),
    raw: median(pairs.map((pair) => pair.raw)),
    ratio: median(pairs.map((pair) => pair.rate / pair.raw)),
  };
}

/** The same without anything to compare with. */
export async function repeat(rounds: number, ours: () => Promise<number>): Promise<number> {
  await ours();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) rates.push(await ours());
  return median(rates);
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
