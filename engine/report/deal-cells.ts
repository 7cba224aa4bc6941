import type { Analysis } from "../analysis.ts";
import type { Deal, Stage } from "../pipeline/pipeline.ts";
import { textCell } from "./cells.ts";
import type { ReportCell } from "./report.ts";
import { cellsText } from "./trace-line.ts";

/**
 * A cell of what the sheet says of a deal; blank where it says nothing.
 * @example blankOr(null, () => ({ value: 1, unit: "count", style: "body" })).value // => ""
 */
export function blankOr(value: number | null, cell: (known: number) => ReportCell): ReportCell {
  return value === null ? textCell("") : cell(value);
}

/** The deal's row in the user's own sheet, to click on; with the sheet's name where several hold deals. */
export function rowCell(
  deal: Pick<Deal, "where">,
  { recognition }: Pick<Analysis, "recognition">,
): ReportCell {
  const { where } = deal;
  if (where.cell === null) return textCell("");
  const isOneSheet = (recognition.moreDealsSheets ?? []).length === 0;
  return textCell(isOneSheet ? where.cell : cellsText([deal]), "body", { to: "source", place: where });
}

/**
 * The stage of an index by its name; blank where it is unknown.
 * @example stageCell([], null).value // => ""
 */
export function stageCell(stages: readonly Stage[], index: number | null): ReportCell {
  return textCell(index === null ? "" : (stages[index]?.name ?? ""));
}
