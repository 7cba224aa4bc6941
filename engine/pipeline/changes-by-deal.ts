import type { ChangeRecord } from "../intake/records.ts";
import type { Moves } from "./stage-order.ts";

/** Each deal's changes in order: by day, then time of day, then place in the sheet. */
export function changesByDeal(changes: readonly ChangeRecord[]): Map<string, ChangeRecord[]> {
  const byDeal = new Map<string, ChangeRecord[]>();
  for (const change of changes) {
    const list = byDeal.get(change.dealId);
    if (list) list.push(change);
    else byDeal.set(change.dealId, [change]);
  }
  byDeal.forEach((list) => {
    if (list.length > 1) list.sort(inTime);
  });
  return byDeal;
}

function inTime(a: ChangeRecord, b: ChangeRecord): number {
  return a.day - b.day || a.second - b.second || a.row - b.row || a.column - b.column;
}

/** How often deals moved between each two stages. */
export function movesBetweenStages(byDeal: ReadonlyMap<string, readonly ChangeRecord[]>): Moves {
  const moves = new Map<string, Map<string, number>>();
  byDeal.forEach((list) => {
    list.forEach((change, i) => {
      const next = list[i + 1];
      if (!next || next.stage === change.stage) return;
      const row = moves.get(change.stage) ?? new Map<string, number>();
      moves.set(change.stage, row.set(next.stage, (row.get(next.stage) ?? 0) + 1));
    });
  });
  return moves;
}
