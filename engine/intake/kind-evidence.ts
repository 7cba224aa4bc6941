import type { LinkedChanges } from "./linked-changes.ts";
import { outcomeOfWord, statusOf } from "./outcome-words.ts";
import { rememberTexts } from "./remember-texts.ts";
import type { KindEvidence } from "./stage-kinds.ts";
import type { TableCells } from "./table-cells.ts";

/**
 * What the deals say of the stages with some spellings: how many stood there that were won by then, lost, or
 * neither, by their status and closing days, and by their changes.
 */
export function kindEvidence(
  spellings: ReadonlySet<string>,
  deals: { readonly cells: TableCells; readonly kept: readonly number[] } | null,
  changes: readonly LinkedChanges[],
): KindEvidence {
  const evidence = { won: 0, lost: 0, notWon: 0 };
  if (deals) addDeals(spellings, deals.cells, deals.kept, evidence);
  const wonDays = wonDaysOf(changes);
  for (const source of changes) addChanges(spellings, source, wonDays, evidence);
  return evidence;
}

type Counts = { -readonly [K in keyof KindEvidence]: number };

function addDeals(
  spellings: ReadonlySet<string>,
  cells: TableCells,
  kept: readonly number[],
  counts: Counts,
): void {
  const [stages, statuses] = [cells.texts("stage"), cells.texts("outcome")];
  const [won, closed] = [cells.days("won-on").days, cells.days("closed").days];
  const tellsClosing = cells.columnOf("closed") >= 0 || cells.columnOf("won-on") >= 0;
  for (const i of kept) {
    if (!spellings.has(stages[i] ?? "")) continue;
    const status = statusOf(statuses[i] ?? "");
    const hasDay = !Number.isNaN(won[i] ?? Number.NaN) || !Number.isNaN(closed[i] ?? Number.NaN);
    if (status === "won" || (status === null && hasDay)) counts.won++;
    else if (status === "lost") counts.lost++;
    if (status === "open" || status === "lost" || (status === null && tellsClosing && !hasDay))
      counts.notWon++;
  }
}

/** The first day on which the changes call each deal won. */
function wonDaysOf(changes: readonly LinkedChanges[]): ReadonlyMap<string, number> {
  const isWon = rememberTexts((stage) => outcomeOfWord(stage) === "won");
  const wonDays = new Map<string, number>();
  for (const { kept, stages, ids, days } of changes) {
    for (const i of kept) {
      if (!isWon(stages[i] ?? "")) continue;
      const id = ids[i] ?? "";
      wonDays.set(id, Math.min(wonDays.get(id) ?? Number.POSITIVE_INFINITY, days[i] ?? 0));
    }
  }
  return wonDays;
}

function addChanges(
  spellings: ReadonlySet<string>,
  { kept, stages, ids, days }: LinkedChanges,
  wonDays: ReadonlyMap<string, number>,
  counts: Counts,
): void {
  for (const i of kept) {
    if (!spellings.has(stages[i] ?? "")) continue;
    const wonDay = wonDays.get(ids[i] ?? "");
    if (wonDay === undefined) continue;
    if ((days[i] ?? 0) >= wonDay) counts.won++;
    else counts.notWon++;
  }
}
