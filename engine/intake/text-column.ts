import type { Problem } from "../basics/problem.ts";
import type { Cell } from "../grid/grid.ts";
import { isBlank, textOf } from "./cells.ts";
import { type ColumnPlace, cellOf, problemAt } from "./column-place.ts";

/** Fields whose cells name a stage, which a ticked box does not. */
const OF_STAGES: ReadonlySet<string> = new Set(["stage", "from-stage", "to-stage"]);

/**
 * The texts of a column, trimmed; "" where blank. A spreadsheet error is a problem and reads as blank; a true or
 * false where a stage should be reads as blank.
 */
export function readTexts(place: ColumnPlace, field: string, problems: Problem[]): readonly string[] {
  const isOfStages = OF_STAGES.has(field);
  return place.rows.map((_, i) => {
    const cell = cellOf(place, i);
    if (isOfStages && isTrueOrFalse(cell)) return "";
    if (typeof cell === "string") return isBlank(cell) ? "" : cell.trim();
    if (typeof cell === "object" && cell?.kind === "error") {
      problems.push(problemAt(place, i, "cell-error", { severity: "warning", details: { field } }));
      return "";
    }
    return textOf(cell);
  });
}

function isTrueOrFalse(cell: Cell): boolean {
  return typeof cell === "boolean" || (typeof cell === "string" && /^\s*(true|false)\s*$/i.test(cell));
}
