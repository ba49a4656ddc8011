interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Edges without those that cannot lie on a circle: no edge leads to where they start, again and again. */
function peeled<E extends Edge>(edges: readonly E[], start: 'from' | 'to', end: 'from' | 'to'): E[] {
  const arriving = new Map<string, number>();
  const leaving = new Map<string, E[]>();
  for (const edge of edges) {
    arriving.set(edge[end], (arriving.get(edge[end]) ?? 0) + 1);
    const others = leaving.get(edge[start]);
    if (others === undefined) leaving.set(edge[start], [edge]);
    else others.push(edge);
  }
  const free = [...leaving.keys()].filter((node) => !arriving.has(node));
  const gone = new Set<E>();
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    for (const edge of leaving.get(node) ?? []) {
      gone.add(edge);
      const left = (arriving.get(edge[end]) ?? 0) - 1;
      arriving.set(edge[end], left);
      if (left === 0) free.push(edge[end]);
    }
  }
  return edges.filter((edge) => !gone.has(edge));
}

function reaches(from: string, goal: string, next: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set([from]);
  for (const node of seen) {
    if (node === goal) return true;
    for (const one of next.get(node) ?? []) seen.add(one);
  }
  return false;
}

/** The edges that would close a circle with earlier ones; `edges` come in the order in which they were made. */
export function closingCircles<E extends Edge>(edges: readonly E[]): E[] {
  const core = peeled(peeled(edges, 'from', 'to'), 'to', 'from');
  const next = new Map<string, string[]>();
  const closing: E[] = [];
  for (const edge of core) {
    if (reaches(edge.to, edge.from, next)) {
      closing.push(edge);
      continue;
    }
    next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  }
  return closing;
}
