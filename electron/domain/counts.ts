/** Counts of several parts of one paper, added name by name. */

type Counts = Readonly<Record<string, number>>;

export function addCounts<Names extends Counts>(a: Names, b: Names): Names {
  return Object.fromEntries(Object.entries(a).map(([name, count]) => [name, count + (b[name] ?? 0)])) as Names;
}
