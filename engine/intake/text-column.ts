import type { Problem } from "../basics/problem.ts";
import { isBlank, textOf } from "./cells.ts";
import { type ColumnPlace, cellOf, problemAt } from "./column-place.ts";

/** The texts of a column, trimmed; "" where blank. A spreadsheet error is a problem and reads as blank. */
export function readTexts(place: ColumnPlace, field: string, problems: Problem[]): readonly string[] {
  return place.rows.map((_, i) => {
    const cell = cellOf(place, i);
    if (typeof cell === "string") return isBlank(cell) ? "" : cell.trim();
    if (typeof cell === "object" && cell?.kind === "error") {
      problems.push(problemAt(place, i, "cell-error", { severity: "warning", details: { field } }));
      return "";
    }
    return textOf(cell);
  });
}
