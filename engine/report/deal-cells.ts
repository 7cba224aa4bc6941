import type { Deal, Stage } from "../pipeline/pipeline.ts";
import { textCell } from "./cells.ts";
import type { ReportCell } from "./report.ts";

/**
 * A cell of what the sheet says of a deal; blank where it says nothing.
 * @example blankOr(null, () => ({ value: 1, unit: "count", style: "body" })).value // => ""
 */
export function blankOr(value: number | null, cell: (known: number) => ReportCell): ReportCell {
  return value === null ? textCell("") : cell(value);
}

/** The deal's row in the user's own sheet, to click on. */
export function rowCell({ where }: Pick<Deal, "where">): ReportCell {
  return where.cell === null ? textCell("") : textCell(where.cell, "body", { to: "source", place: where });
}

/**
 * The stage of an index by its name; blank where it is unknown.
 * @example stageCell([], null).value // => ""
 */
export function stageCell(stages: readonly Stage[], index: number | null): ReportCell {
  return textCell(index === null ? "" : (stages[index]?.name ?? ""));
}
