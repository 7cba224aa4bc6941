import { type Grouped, grouped } from "../basics/grouped.ts";
import type { ChangeRecord, Changes } from "../intake/records.ts";
import type { Moves } from "./stage-order.ts";

/**
 * Each deal's changes in order: by day, then time of day, then place in the sheet. Deals are numbered by their place
 * in the records.
 */
export function changesByDeal(changes: Changes, dealCount: number): Grouped {
  const { days, seconds, rows, columns, deals, length } = changes;
  const byDeal = grouped(deals.subarray(0, length), dealCount);
  const { starts, members } = byDeal;
  const inTime = (a: number, b: number): number =>
    (days[a] ?? 0) - (days[b] ?? 0) ||
    (seconds[a] ?? 0) - (seconds[b] ?? 0) ||
    (rows[a] ?? 0) - (rows[b] ?? 0) ||
    (columns[a] ?? 0) - (columns[b] ?? 0) ||
    a - b;
  for (let deal = 0; deal < dealCount; deal++) {
    const [start, end] = [starts[deal] ?? 0, starts[deal + 1] ?? 0];
    for (let place = start + 1; place < end; place++) {
      if (inTime(members[place - 1] ?? 0, members[place] ?? 0) <= 0) continue;
      members.subarray(start, end).sort(inTime);
      break;
    }
  }
  return byDeal;
}

/** The changes of one deal, as records. */
export function changesOf(changes: Changes, { starts, members }: Grouped, deal: number): ChangeRecord[] {
  const records: ChangeRecord[] = [];
  for (let place = starts[deal] ?? 0; place < (starts[deal + 1] ?? 0); place++)
    records.push(changes.at(members[place] ?? 0));
  return records;
}

/** How often deals moved between each two stages. */
export function movesBetweenStages({ stages, stageNames }: Changes, { starts, members }: Grouped): Moves {
  const size = stageNames.length;
  const counts = new Float64Array(size * size);
  for (let deal = 0; deal + 1 < starts.length; deal++) {
    for (let place = (starts[deal] ?? 0) + 1; place < (starts[deal + 1] ?? 0); place++) {
      const move = (stages[members[place - 1] ?? 0] ?? 0) * size + (stages[members[place] ?? 0] ?? 0);
      counts[move] = (counts[move] ?? 0) + 1;
    }
  }
  const moves = new Map<string, Map<string, number>>();
  stageNames.forEach((from, row) => {
    const targets = stageNames.flatMap((to, column) => {
      const count = column === row ? 0 : (counts[row * size + column] ?? 0);
      return count > 0 ? [[to, count] as const] : [];
    });
    if (targets.length > 0) moves.set(from, new Map(targets));
  });
  return moves;
}
