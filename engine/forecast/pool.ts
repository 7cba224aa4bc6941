import type { Day } from "../basics/day.ts";
import type { Classes } from "./classes.ts";
import type { ScoreGroups } from "./score-groups.ts";
import type { Spells } from "./spells.ts";

/** Recent deals that stand for new ones, by entry stage and group of classes. */
export interface Pool {
  readonly cells: readonly PoolCell[];
}

/** Recent deals of one entry stage and group. */
export interface PoolCell {
  readonly stage: number;
  readonly group: number;
  /** Share of new deals that are of this kind. */
  readonly share: number;
  /** Amounts of its deals; those of all won deals where none is known. */
  readonly amounts: Float64Array;
}

const RECENT_DAYS = 365;
const LEAST_DEALS = 60;

/** The spells begun within the last year, or the last sixty where those are fewer, the newest first. */
export function recentArrivals({ arrivals }: Spells, day: Day): Int32Array {
  const since = (firstDay: Day): Int32Array => {
    const rows = new Int32Array(arrivals.count);
    let count = 0;
    for (let i = 0; i < arrivals.count; i += 1) {
      const start = arrivals.day[i] ?? 0;
      if (start <= day && start > firstDay) rows[count++] = i;
    }
    return rows.slice(0, count);
  };
  const newestFirst = (a: number, b: number): number =>
    (arrivals.day[b] ?? 0) - (arrivals.day[a] ?? 0) || a - b;
  const year = since(day - RECENT_DAYS);
  if (year.length >= LEAST_DEALS) return year.reverse();
  return since(Number.NEGATIVE_INFINITY).sort(newestFirst).slice(0, LEAST_DEALS);
}

/**
 * A new deal is a recent one drawn again: its amount, traits and entry stage go together, and a past whale comes
 * back no more often than it came. Source: method.md 6.8.
 */
export function poolOf(
  spells: Spells,
  recent: Int32Array,
  classes: Classes,
  groups: ScoreGroups,
  amounts: { readonly known: (deal: number) => boolean; readonly won: Float64Array },
): Pool {
  const cells = new Map<number, { stage: number; group: number; count: number; amounts: number[] }>();
  for (const i of recent) {
    const deal = spells.arrivals.deal[i] ?? 0;
    const stage = spells.arrivals.stage[i] ?? 0;
    const group = groups.groupOf[classes.classOf[deal] ?? 0] ?? 0;
    const key = stage * groups.count + group;
    const cell = cells.get(key) ?? { stage, group, count: 0, amounts: [] };
    cells.set(key, cell);
    cell.count += 1;
    const amount = spells.deals.amount[deal] ?? Number.NaN;
    if (amount >= 0 && amounts.known(deal)) cell.amounts.push(amount);
  }
  return {
    cells: [...cells.keys()]
      .sort((a, b) => a - b)
      .flatMap((key) => {
        const cell = cells.get(key);
        if (!cell) return [];
        const own = cell.amounts.length > 0 ? Float64Array.from(cell.amounts) : amounts.won;
        return [{ stage: cell.stage, group: cell.group, share: cell.count / recent.length, amounts: own }];
      }),
  };
}
