/** A series of document numbers (文号序列): what is registered, void, given twice, or missing between the first and the last. GB/T 9704 7.2.5 */

/** One registered document of the series. */
export type SeriesEntry = { readonly seq: number; readonly isVoided: boolean };

/** 已登记 / 作废 / 重号 / 未登记 */
export type SeriesState = 'registered' | 'void' | 'duplicate' | 'gap';

export type SeriesLine<Entry extends SeriesEntry> =
  | { readonly state: Exclude<SeriesState, 'gap'>; readonly from: number; readonly to: number; readonly entry: Entry }
  /** Numbers that nobody registered, in one line however many they are. */
  | { readonly state: 'gap'; readonly from: number; readonly to: number };

export type SeriesTotals = {
  /** The last number given out; 0 for a series without documents. */
  readonly last: number;
  /** Numbers that a document in force carries. */
  readonly registered: number;
  /** Numbers that only void documents carry. */
  readonly voided: number;
  readonly missing: number;
  /** Numbers that more than one document in force carries. */
  readonly duplicated: number;
};

/**
 * The lines of the register in order, from number 1 to the last one given out. A void document stands in its place; a
 * number is given twice where two documents in force carry it, and both say so.
 */
export function seriesLines<Entry extends SeriesEntry>(entries: readonly Entry[]): readonly SeriesLine<Entry>[] {
  const inOrder = entries.toSorted((a, b) => a.seq - b.seq || Number(a.isVoided) - Number(b.isVoided));
  const inForce = countInForce(entries);
  const lines: SeriesLine<Entry>[] = [];
  let next = 1;
  for (const entry of inOrder) {
    const { seq, isVoided } = entry;
    if (seq > next) lines.push({ state: 'gap', from: next, to: seq - 1 });
    const state = isVoided ? 'void' : (inForce.get(seq) ?? 0) > 1 ? 'duplicate' : 'registered';
    lines.push({ state, from: seq, to: seq, entry });
    next = Math.max(next, seq + 1);
  }
  return lines;
}

export function seriesTotals(entries: readonly SeriesEntry[]): SeriesTotals {
  const inForce = countInForce(entries);
  const used = new Set(entries.map(({ seq }) => seq));
  const last = Math.max(0, ...used);
  return {
    last,
    registered: inForce.size,
    voided: used.size - inForce.size,
    missing: last - used.size,
    duplicated: [...inForce.values()].filter((count) => count > 1).length,
  };
}

function countInForce(entries: readonly SeriesEntry[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { seq, isVoided } of entries) if (!isVoided) counts.set(seq, (counts.get(seq) ?? 0) + 1);
  return counts;
}
